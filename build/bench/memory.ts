import { setFlagsFromString } from 'node:v8'
import vm from 'node:vm'
import type { Body } from '../bodies/bodies'
import { grouped } from '../system/numbers'
import { loadMeasured, type Work } from './measured-function'

/**
 * The bytes by which a function's memory has grown after so many requests, garbage collected before and after. A tenth
 * as many requests come first: the engine compiles what is used often, and the function remembers the keys of bodies.
 */
export async function bytesKept(
  code: string,
  bodies: readonly Body[],
  requests: number,
  progress: (text: string) => void,
): Promise<number> {
  const prepared = await loadMeasured(code).prepare(bodies.map(({ text }) => text))
  const works = prepared.filter((work) => work !== undefined)
  await repeat(works, requests / 10, progress)
  const before = usedBytes()
  await repeat(works, requests, progress)
  return usedBytes() - before
}

async function repeat(works: readonly Work[], requests: number, progress: (text: string) => void): Promise<void> {
  for (let done = 0; done < requests; done++) {
    if (done % 1000 === 0) progress(`memory: ${grouped(done)} of ${grouped(requests)} requests …`)
    await works[done % works.length]?.request()
  }
}

function usedBytes(): number {
  // Node gives the collector away only to contexts that are made after it was asked for.
  setFlagsFromString('--expose-gc')
  const collect: () => void = vm.runInNewContext('gc')
  collect()
  collect()
  return process.memoryUsage().heapUsed
}
