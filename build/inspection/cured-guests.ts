import { userIdSources } from '../../shared/settings/settings'
import type { FunctionSettings } from '../runtime'
import { distinct, guestsIn, type InspectedBody, type SplitGuest, splitOf, type Visit, visitsIn } from './guests'
import type { Inspection } from './inspection'

/** A setting that joins a split guest. */
interface CuringSetting {
  readonly setting: 'userIdFrom' | 'merchantId'
  readonly value: string
}

export interface CuredGuest extends SplitGuest, Cure {}

interface Cure {
  /** Each one alone avoids the split. Empty when no single setting does. */
  readonly remedies: readonly CuringSetting[]
  /** Whether some of the guest's events then have no user id, because they do not name it. */
  readonly leavesAnonymous: boolean
}

/** Inspects a body again, with other settings. `body` is its number. */
type InspectAgain = (body: number, settings: FunctionSettings) => Promise<Inspection>

/** The guests who would get several ids in Segment, and the settings that avoid this. Each setting is tried. */
export async function splitGuests(bodies: readonly InspectedBody[], again: InspectAgain): Promise<CuredGuest[]> {
  const cured: CuredGuest[] = []
  for (const visits of guestsIn(visitsIn(bodies))) {
    const split = splitOf(visits)
    if (split !== undefined) cured.push({ ...split, ...(await cureFor(split, visits, bodies, again)) })
  }
  return cured
}

async function cureFor(
  { kind }: SplitGuest,
  visits: readonly Visit[],
  bodies: readonly InspectedBody[],
  again: InspectAgain,
): Promise<Cure> {
  const complete: CuringSetting[] = []
  const partial: CuringSetting[] = []
  for (const remedy of possibleRemedies(kind, visits)) {
    const changed = await visitsWith(remedy, visits, bodies, again)
    if (changed === undefined || splitOf(changed) !== undefined) continue
    const isUser = changed.map(({ userId }) => userId !== null)
    if (remedy.setting === 'merchantId' || isUser.every(Boolean)) complete.push(remedy)
    else if (isUser.some(Boolean)) partial.push(remedy)
  }
  // A setting that leaves some events anonymous is only the second choice.
  return complete.length > 0
    ? { remedies: complete, leavesAnonymous: false }
    : { remedies: partial, leavesAnonymous: partial.length > 0 }
}

function possibleRemedies(kind: SplitGuest['kind'], visits: readonly Visit[]): CuringSetting[] {
  const merchants = distinct(visits.map(({ merchant }) => merchant))
  const named = kind === 'anonymousId' && merchants.length === 1 ? merchants : []
  return [
    ...named.map((value) => ({ setting: 'merchantId', value }) as const),
    ...userIdSources.map((value) => ({ setting: 'userIdFrom', value }) as const),
  ]
}

/** The guest's events under another setting; undefined when one of them is then rejected. */
async function visitsWith(
  { setting, value }: CuringSetting,
  visits: readonly Visit[],
  bodies: readonly InspectedBody[],
  again: InspectAgain,
): Promise<Visit[] | undefined> {
  const settings = { [setting]: setting === 'userIdFrom' ? [value] : value }
  const changed: Visit[] = []
  for (const number of new Set(visits.map(({ body }) => body))) {
    const file = bodies[number]?.file ?? ''
    const inspected = visitsIn([{ file, inspection: await again(number, settings) }])
    changed.push(...inspected.map((visit) => ({ ...visit, body: number })))
  }
  const idOf = ({ body, index }: Visit) => `${body} ${index}`
  const ids = new Set(visits.map(idOf))
  const same = changed.filter((one) => ids.has(idOf(one)))
  return same.length === visits.length ? same : undefined
}
