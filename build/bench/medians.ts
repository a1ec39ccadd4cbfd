/** A piece of work to be timed. */
export interface Task {
  run(): unknown
  /** Untimed, before each run. */
  before?(): void
}

export interface Effort {
  /** Milliseconds for each task. */
  readonly time: number
  /** Runs of each task at the least. */
  readonly iterations: number
}

/** The median time of each task in milliseconds. The tasks run one after the other. */
export async function medians(tasks: readonly Task[], { time, iterations }: Effort): Promise<number[]> {
  // An ES module, which CommonJS can only import when it is needed.
  const { Bench } = await import('tinybench')
  const bench = new Bench({ time, iterations, warmupTime: time / 5, warmupIterations: 5, throws: true })
  for (const [index, { run, before }] of tasks.entries())
    bench.add(String(index), run, before ? { beforeEach: before } : {})
  await bench.run()
  return bench.tasks.map(({ name, result }) => {
    if (result.state !== 'completed') throw new Error(`task ${name} was not completed`)
    return result.latency.p50
  })
}

/** The one in the middle of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other)
  const middle = Math.floor(sorted.length / 2)
  const [upper = Number.NaN, lower = upper] = [sorted[middle], sorted[sorted.length - 1 - middle]]
  return (upper + lower) / 2
}
