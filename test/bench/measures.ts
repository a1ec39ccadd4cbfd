import { setFlagsFromString } from 'node:v8'
import vm from 'node:vm'
import type { Body } from '../../build/bodies/bodies'
import { createGlobals } from '../../build/runtime/sandbox'
import { UserError } from '../../build/system/errors'
import { medians } from './medians'
import { loadMeasured, type Prepare, type Work, ways } from './work'

/** Times every sample that gives calls, each way for `time` milliseconds. Throws when no sample gives calls. */
export async function measureSamples(code: string, bodies: readonly Body[], time: number) {
  const prepare = loadMeasured(code)
  const prepared = []
  for (const { file, text } of bodies) {
    const work = await prepare(text)
    if (work !== undefined) prepared.push({ file, work })
  }
  if (prepared.length === 0)
    throw new UserError('no sample in test/webhooks gives a call, so there is nothing to measure')
  // The engine compiles hot code first. Without this, the first samples would look slower than the last.
  for (let round = 0; round < time; round++) for (const { work } of prepared) await work.request()
  const samples = []
  for (const { file, work } of prepared) {
    const tasks = ways.map((way) => ({ run: work[way] }))
    samples.push({ file, work, times: await medians(tasks, time, 20) })
  }
  return samples
}

/** Median milliseconds to compile and evaluate a script in a new context. */
export async function coldStart(code: string): Promise<number> {
  let context = vm.createContext()
  let source = ''
  let count = 0
  const beforeEach = () => {
    context = vm.createContext(createGlobals({ Segment: {}, cache: {}, console: {} }))
    // V8 caches compiled scripts by their text, so each text must be different.
    source = `(function (onRequest) {\n${code}\nreturn onRequest\n/* ${count++} */})()`
  }
  const run = () => new vm.Script(source, { filename: 'function.js' }).runInContext(context)
  const [microseconds = Number.NaN] = await medians([{ run, beforeEach }], 0, 60)
  return microseconds / 1000
}

/** Median microseconds per event in a batch of each size. Uses the shortest sample of each kind of event. */
export async function growth(
  code: string,
  bodies: readonly Body[],
  sizes: readonly number[],
  time: number,
): Promise<number[]> {
  const prepare = loadMeasured(code)
  const kinds = new Map<string, string>()
  for (const { text } of bodies.toSorted((one, other) => one.text.length - other.text.length)) {
    const event = (await prepare(`[${text}]`))?.event
    if (event !== undefined && !kinds.has(event)) kinds.set(event, text)
  }
  const times: number[] = []
  for (const size of sizes) times.push(await timePerEvent([...kinds.values()], size, prepare, time))
  return times
}

/** Handles enough batches for every kind of event to occur. */
async function timePerEvent(kinds: readonly string[], size: number, prepare: Prepare, time: number): Promise<number> {
  const works: Work[] = []
  for (let first = 0; first < kinds.length; first += size) {
    const batch = Array.from({ length: size }, (_, index) => kinds[(first + index) % kinds.length])
    const work = await prepare(`[${batch.join(',')}]`)
    if (work !== undefined) works.push(work)
  }
  const run = async () => {
    for (const { request } of works) await request()
  }
  const [microseconds = Number.NaN] = await medians([{ run }], time, 25)
  return microseconds / (works.length * size)
}

/**
 * The growth of the heap in bytes after `requests` requests. A tenth as many run first as a warm-up: the engine
 * compiles hot code, and the function remembers the keys of bodies.
 */
export async function bytesKept(works: readonly Work[], requests: number): Promise<number> {
  await repeat(works, requests / 10)
  const before = usedBytes()
  await repeat(works, requests)
  return usedBytes() - before
}

async function repeat(works: readonly Work[], requests: number): Promise<void> {
  for (let done = 0; done < requests; done++) await works[done % works.length]?.request()
}

function usedBytes(): number {
  // Only contexts created after this flag have the garbage collector.
  setFlagsFromString('--expose-gc')
  const collect: () => void = vm.runInNewContext('gc')
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
