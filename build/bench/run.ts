import type { Body } from '../bodies/bodies'
import type { Bundle } from '../bundle/bundle'
import { coldStart } from './cold-start'
import type { Effort } from './effort'
import { type Batches, batchesOf } from './growth'
import { loadMeasured, type Work, ways } from './measured-function'
import { median, medians, type Task } from './medians'
import { bytesKept } from './memory'
import { rounded, sumOf, type Times, timesOf } from './times'

export interface SampleTimes extends Times {
  readonly file: string
  readonly event: string
}

/** All samples of an event once. */
export interface EventTimes extends Times {
  readonly event: string
}

/** The time an event takes in a batch of so many. */
export interface GrowthTimes {
  readonly events: number
  readonly perEventUs: number
}

export interface Bench {
  readonly samples: readonly SampleTimes[]
  readonly events: readonly EventTimes[]
  /** All samples once. */
  readonly overall: Times
  /** Samples that give no calls, which are not measured. */
  readonly skipped: readonly string[]
  readonly growth: readonly GrowthTimes[]
  readonly coldStartMs: number
  readonly memory: { readonly requests: number; readonly keptBytes: number }
  readonly bytes: number
}

interface Sample {
  readonly file: string
  readonly work: Work
}

/** What one round measured, in milliseconds. */
interface Round {
  /** Of each sample, the time of each way. */
  readonly samples: readonly (readonly number[])[]
  readonly batches: readonly number[]
  readonly coldStart: number
}

const shortest = { time: 0, iterations: 5 }

/**
 * Measures a built function on sample bodies, in several rounds, of which the medians count. Undefined when no sample
 * gives a call.
 */
export async function runBench(
  { code, bytes }: Bundle,
  bodies: readonly Body[],
  effort: Effort,
  progress: (text: string) => void,
): Promise<Bench | undefined> {
  const { samples, skipped } = await prepare(code, bodies)
  if (samples.length === 0) return undefined
  const { requests } = effort
  const memory = { requests, keptBytes: await bytesKept(code, bodies, requests, progress) }
  const batches = await batchesOf(code, bodies, effort.batchSizes)
  const start = coldStart(code)
  const rounds: Round[] = []
  for (let round = 1; round <= effort.rounds; round++) {
    progress(`times: round ${round} of ${effort.rounds} …`)
    rounds.push(await measureRound(samples, batches, start, effort))
  }
  progress('')
  return { ...resultOf(samples, batches, rounds), skipped, memory, bytes }
}

async function prepare(code: string, bodies: readonly Body[]): Promise<{ samples: Sample[]; skipped: string[] }> {
  const works = await loadMeasured(code).prepare(bodies.map(({ text }) => text))
  const samples: Sample[] = []
  const skipped: string[] = []
  for (const [index, { file }] of bodies.entries()) {
    const work = works[index]
    if (work === undefined) skipped.push(file)
    else samples.push({ file, work })
  }
  return { samples, skipped }
}

async function measureRound(
  samples: readonly Sample[],
  batches: readonly Batches[],
  start: Task,
  { rounds, sampleTime, coldStarts }: Effort,
): Promise<Round> {
  const time = sampleTime / rounds / samples.length / ways.length
  const times: number[][] = []
  for (const { work } of samples) {
    const tasks = ways.map((way) => ({ run: work[way] }))
    times.push(await medians(tasks, { time, iterations: 20 }))
  }
  const grown = await medians(
    batches.map(({ task }) => task),
    shortest,
  )
  // Last, for it leaves contexts behind whose memory has to be collected.
  const starts = await medians([start], { time: 0, iterations: coldStarts })
  return { samples: times, batches: grown, coldStart: median(starts) }
}

function resultOf(samples: readonly Sample[], batches: readonly Batches[], rounds: readonly Round[]) {
  const overRounds = (pick: (round: Round) => number | undefined) =>
    median(rounds.map((one) => pick(one) ?? Number.NaN))
  const sampleTimes = samples.map(({ file, work: { event } }, sample): SampleTimes => {
    const milliseconds = ways.map((_, way) => overRounds((round) => round.samples[sample]?.[way]))
    return { file, event, ...timesOf(milliseconds) }
  })
  const growth = batches.map(({ size, events }, nth): GrowthTimes => {
    const perEvent = overRounds((round) => round.batches[nth]) / events
    return { events: size, perEventUs: rounded(1000 * perEvent) }
  })
  return {
    samples: sampleTimes,
    events: eventTimes(sampleTimes),
    overall: sumOf(sampleTimes),
    growth,
    coldStartMs: rounded(overRounds(({ coldStart }) => coldStart)),
  }
}

function eventTimes(samples: readonly SampleTimes[]): EventTimes[] {
  const names = [...new Set(samples.map(({ event }) => event))]
  return names.map((event) => ({ event, ...sumOf(samples.filter((one) => one.event === event)) }))
}
