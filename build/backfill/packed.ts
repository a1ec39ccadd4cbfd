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
  const all = made.flatMap(({ calls }) => calls)
  const json = new Uint8Array(all.reduce((sum, call) => sum + call.json.length, 0))
  let at = 0
  for (const call of all) {
    json.set(call.json, at)
    at += call.json.length
  }
  const withSizes = ({ json: { length }, ...call }: MadeCall) => ({ ...call, bytes: length })
  return { made: made.map(({ calls, ...body }) => ({ ...body, calls: calls.map(withSizes) })), json }
}

export function unpacked({ made, json }: Packed): Made[] {
  let at = 0
  return made.map(({ calls, ...body }) => ({
    ...body,
    calls: calls.map(({ bytes, ...call }) => {
      at += bytes
      return { ...call, json: json.subarray(at - bytes, at) }
    }),
  }))
}
