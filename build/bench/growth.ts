import type { Body } from '../bodies/bodies'
import { loadMeasured, type MeasuredFunction } from './measured-function'
import type { Task } from './medians'

/** Batches of one size, made ready to be handled. */
export interface Batches {
  /** Events in each batch. */
  readonly size: number
  /** Handles so many batches that every kind of event has its turn. */
  readonly task: Task
  /** Events that the task handles. */
  readonly events: number
}

/** Batches of each size, of the shortest sample of each event; none when no sample can stand in a batch. */
export async function batchesOf(code: string, bodies: readonly Body[], sizes: readonly number[]): Promise<Batches[]> {
  const loaded = loadMeasured(code)
  const kinds = await shortestOfEach(bodies, loaded)
  const batches: Batches[] = []
  for (const size of kinds.length === 0 ? [] : sizes) {
    const count = Math.ceil(kinds.length / size)
    const texts = Array.from({ length: count }, (_, nth) => batchOf(kinds, size, nth * size))
    const works = await loaded.prepare(texts)
    const run = async () => {
      for (const work of works) await work?.request()
    }
    batches.push({ size, task: { run }, events: count * size })
  }
  return batches
}

/** The shortest of an event's samples: a thousand of them still make one request. */
async function shortestOfEach(bodies: readonly Body[], { prepare }: MeasuredFunction): Promise<string[]> {
  const texts = bodies.map(({ text }) => text).sort((one, other) => one.length - other.length)
  const works = await prepare(texts.map((text) => `[${text}]`))
  const shortest = new Map<string, string>()
  for (const [index, text] of texts.entries()) {
    const event = works[index]?.event
    if (event !== undefined && !shortest.has(event)) shortest.set(event, text)
  }
  return [...shortest.values()]
}

function batchOf(kinds: readonly string[], size: number, first: number): string {
  const texts = Array.from({ length: size }, (_, index) => kinds[(first + index) % kinds.length])
  return `[${texts.join(',')}]`
}
