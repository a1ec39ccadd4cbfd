import type { Made, MadeCall } from './made'

/**
 * What became of several bodies, as a message between threads. The calls are one piece of memory, which is moved and not
 * copied: texts would be copied twice, and then again by the garbage collector. The rest is JSON, which is read faster
 * than objects that are copied between threads.
 */
export interface Packed {
  readonly made: string
  readonly json: Uint8Array<ArrayBuffer>
}

type PackedCall = Pick<MadeCall, 'name' | 'ids' | 'time'> & { readonly bytes: number }

interface PackedBody extends Omit<Made, 'calls'> {
  readonly calls: readonly PackedCall[]
}

export function packed(made: readonly Made[]): Packed {
  const size = made.reduce((sum, { calls }) => calls.reduce((own, { json }) => own + json.length, sum), 0)
  const json = new Uint8Array(size)
  let at = 0
  const pack = ({ json: own, name, ids, time }: MadeCall): PackedCall => {
    json.set(own, at)
    at += own.length
    return { name, ids, time, bytes: own.length }
  }
  const bodies: PackedBody[] = made.map(({ calls, reasons, unreadable, outside, undated }) => {
    return { calls: calls.map(pack), reasons, unreadable, outside, undated }
  })
  return { made: JSON.stringify(bodies), json }
}

export function unpacked({ made, json }: Packed): Made[] {
  let at = 0
  const unpack = ({ name, ids, time, bytes }: PackedCall): MadeCall => {
    at += bytes
    return { json: json.subarray(at - bytes, at), refusal: undefined, name, ids, time }
  }
  const bodies: PackedBody[] = JSON.parse(made) // what `packed` made
  return bodies.map((body) => Object.assign(body, { calls: body.calls.map(unpack) }))
}
