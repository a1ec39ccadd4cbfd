import type { Body } from '../bodies'
import type { Bundle } from '../bundle'
import { coldStart } from './cold-start'
import { loadMeasured, type Work } from './measured-function'
import { median, medians } from './medians'

/** Median times in microseconds, and how many times the unavoidable work a request takes. */
export interface Times {
  readonly requestUs: number
  readonly unavoidableUs: number
  readonly parseUs: number
  readonly ratio: number
}

export interface SampleTimes extends Times {
  readonly file: string
}

export interface Bench {
  readonly samples: readonly SampleTimes[]
  /** Samples that give no calls, which are not measured. */
  readonly skipped: readonly string[]
  /** All samples once. */
  readonly overall: Times
  readonly coldStartMs: number
  readonly bytes: number
  readonly budget: number
}

interface Measured {
  readonly file: string
  readonly work: Work
  /** One entry a round: request, unavoidable and parse, in milliseconds. */
  readonly rounds: number[][]
}

const rounds = 5
/** Milliseconds for all samples together. */
const totalTime = 9000
const coldStarts = 12

/**
 * Measures a built function on sample bodies. A machine's speed changes while it measures; so the tasks that are compared
 * take turns, several rounds long, and the median of the rounds counts. Undefined when no sample gives a call.
 */
export async function runBench(
  { code, bytes, budget }: Bundle,
  bodies: readonly Body[],
  progress: (text: string) => void,
): Promise<Bench | undefined> {
  const { measured, skipped } = await prepare(code, bodies)
  if (measured.length === 0) return undefined
  const starts: number[] = []
  const start = coldStart(code)
  for (let round = 1; round <= rounds; round++) {
    progress(`round ${round} of ${rounds} …`)
    await measureRound(measured)
    starts.push(...(await medians([start], { time: 0, iterations: coldStarts })))
  }
  progress('')
  const samples = measured.map(timesOf)
  return { samples, skipped, overall: sumOf(samples), coldStartMs: rounded(median(starts)), bytes, budget }
}

async function prepare(code: string, bodies: readonly Body[]): Promise<{ measured: Measured[]; skipped: string[] }> {
  const loaded = loadMeasured(code)
  const measured: Measured[] = []
  const skipped: string[] = []
  for (const { file, text } of bodies) {
    const work = await loaded.prepare(text)
    if (work === undefined) skipped.push(file)
    else measured.push({ file, work, rounds: [] })
  }
  return { measured, skipped }
}

async function measureRound(measured: readonly Measured[]): Promise<void> {
  const time = totalTime / rounds / measured.length / 3
  for (const { work, rounds } of measured) {
    const tasks = [work.request, work.unavoidable, work.parse].map((run) => ({ run }))
    rounds.push(await medians(tasks, { time, iterations: 20 }))
  }
}

function timesOf({ file, rounds }: Measured): SampleTimes {
  const [request, unavoidable, parse] = [0, 1, 2].map(
    (task) => 1000 * median(rounds.map((one) => one[task] ?? Number.NaN)),
  )
  return { file, ...times(request, unavoidable, parse) }
}

function sumOf(samples: readonly Times[]): Times {
  const sum = (pick: (times: Times) => number) => samples.reduce((total, one) => total + pick(one), 0)
  return times(
    sum(({ requestUs }) => requestUs),
    sum(({ unavoidableUs }) => unavoidableUs),
    sum(({ parseUs }) => parseUs),
  )
}

function times(request = Number.NaN, unavoidable = Number.NaN, parse = Number.NaN): Times {
  return {
    requestUs: rounded(request),
    unavoidableUs: rounded(unavoidable),
    parseUs: rounded(parse),
    ratio: rounded(request / unavoidable),
  }
}

/** Cuts the noise after the second decimal. */
function rounded(value: number): number {
  return Math.round(100 * value) / 100
}
