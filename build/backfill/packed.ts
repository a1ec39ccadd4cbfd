import type { BodyResult, HistoryCall } from './body-result'

/**
 * The results of several bodies, as a message between threads. The calls are one piece of memory, which is moved and not
 * copied: texts would be copied twice, and then again by the garbage collector. The rest is JSON, which is read faster
 * than objects that are copied between threads.
 */
export interface Packed {
  readonly results: string
  readonly json: Uint8Array<ArrayBuffer>
}

type PackedCall = Pick<HistoryCall, 'name' | 'ids' | 'time'> & { readonly bytes: number }

interface PackedBody extends Omit<BodyResult, 'calls'> {
  readonly calls: readonly PackedCall[]
}

export function packed(results: readonly BodyResult[]): Packed {
  const size = results.reduce((sum, { calls }) => calls.reduce((own, { json }) => own + json.length, sum), 0)
  const json = new Uint8Array(size)
  let at = 0
  const pack = ({ json: own, name, ids, time }: HistoryCall): PackedCall => {
    json.set(own, at)
    at += own.length
    return { name, ids, time, bytes: own.length }
  }
  const bodies: PackedBody[] = results.map(({ calls, reasons, unreadable, outside, undated }) => {
    return { calls: calls.map(pack), reasons, unreadable, outside, undated }
  })
  return { results: JSON.stringify(bodies), json }
}

export function unpacked({ results, json }: Packed): BodyResult[] {
  let at = 0
  const unpack = ({ name, ids, time, bytes }: PackedCall): HistoryCall => {
    at += bytes
    return { json: json.subarray(at - bytes, at), refusal: undefined, name, ids, time }
  }
  const bodies: PackedBody[] = JSON.parse(results) // from `packed`
  return bodies.map((body) => Object.assign(body, { calls: body.calls.map(unpack) }))
}
