import type { Made, MadeCall } from './made'

/**
 * What became of several bodies, as a message between threads. The calls' JSON is one piece of memory, which is moved
 * and not copied: texts would be copied twice, and then again by the garbage collector.
 */
export interface Packed {
  readonly made: readonly PackedBody[]
  readonly json: Uint8Array<ArrayBuffer>
}

interface PackedBody extends Omit<Made, 'calls'> {
  readonly calls: readonly PackedCall[]
}

interface PackedCall extends Omit<MadeCall, 'json'> {
  readonly bytes: number
}

export function packed(made: readonly Made[]): Packed {
  const size = made.reduce((sum, { calls }) => calls.reduce((own, { json }) => own + json.length, sum), 0)
  const json = new Uint8Array(size)
  let at = 0
  const pack = ({ json: own, type, refusal, name, ids, time }: MadeCall) => {
    json.set(own, at)
    at += own.length
    return { type, refusal, name, ids, time, bytes: own.length }
  }
  const bodies = made.map(({ calls, reasons, unreadable, outside, undated }) => {
    return { calls: calls.map(pack), reasons, unreadable, outside, undated }
  })
  return { made: bodies, json }
}

/** The message belongs to the receiver, so its objects are completed rather than copied: there are many of them. */
export function unpacked({ made, json }: Packed): Made[] {
  let at = 0
  const unpack = (call: PackedCall) => {
    at += call.bytes
    return Object.assign(call, { json: json.subarray(at - call.bytes, at) })
  }
  return made.map((body) => Object.assign(body, { calls: body.calls.map(unpack) }))
}
