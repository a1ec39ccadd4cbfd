import { Bench, type FnOptions } from 'tinybench'

/** A function to time, and its untimed preparation before each run. */
export interface Task extends Pick<FnOptions, 'beforeEach'> {
  run(): unknown
}

/** The median time of each task in microseconds. `time` is in milliseconds; a fifth of it is a warm-up. */
export async function medians(tasks: readonly Task[], time: number, iterations: number): Promise<number[]> {
  const bench = new Bench({ time, iterations, warmupTime: time / 5, warmupIterations: 5, throws: true })
  for (const [index, { run, ...options }] of tasks.entries()) bench.add(String(index), run, options)
  await bench.run()
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`task ${name} was not completed`)
    return 1000 * result.latency.p50
  })
}
