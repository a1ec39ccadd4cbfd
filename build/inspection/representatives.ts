import type { Inspection } from './inspection'
import type { ReceivedRequest } from './remedy-search'

export interface Representative {
  readonly request: ReceivedRequest
  readonly inspection: Inspection
}

/** Every remedy is tried on these, so they are few and small. The time stays linear in the requests. */
const most = 20
const mostCharacters = 500_000

/** One request of each kind: those with the same types and the same used and unused fields. */
export function representatives(
  requests: readonly ReceivedRequest[],
  inspections: readonly Inspection[],
): Representative[] {
  const kinds = new Map<string, Representative>()
  let characters = 0
  for (const [index, inspection] of inspections.entries()) {
    const request = requests[index]
    const kind = kindOf(inspection)
    if (request === undefined || kinds.has(kind)) continue
    characters += request.body.length
    kinds.set(kind, { request, inspection })
    if (kinds.size === most || characters > mostCharacters) break
  }
  return [...kinds.values()]
}

function kindOf({ status, events, envelope }: Inspection): string {
  const kinds = events.map(({ type, remainder }) => [type.sent, pathsOf(remainder)])
  return JSON.stringify([status, [...new Set(kinds.map((kind) => JSON.stringify(kind)))], pathsOf(envelope)])
}

function pathsOf({ used, unused }: Inspection['envelope']): string[] {
  return [...new Set([...used, ...unused].map(({ path }) => path.replace(/\[\d+\]/g, '[]')))]
}
