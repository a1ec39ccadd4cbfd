import { grouped } from '../system/numbers'
import { type Fate, fates } from './deliveries'
import type { Part, PartResult } from './part'
import { type Redelivered, redeliver } from './redeliver'

interface Figures extends Omit<Redelivered, 'found'> {
  readonly ms: number
  readonly eventsPerSecond: number
  /** Of the whole process, so far. */
  readonly peakMemoryBytes: number
}

/** A hundred thousand events, repeated, out of order and cut off, come to the same as if each had come once. */
export const redelivery: Part = {
  name: 'redelivery',
  holds: 'every event exactly once, one identity for every guest, all points',
  async run(code, options, { progress, time }): Promise<PartResult> {
    const started = time.now()
    const { found, ...redelivered } = await redeliver(code, options, progress)
    const ms = time.now() - started
    const eventsPerSecond = Math.round((1000 * options.events) / ms)
    const peakMemoryBytes = process.resourceUsage().maxRSS * 1024
    const figures: Figures = { ...redelivered, ms, eventsPerSecond, peakMemoryBytes }
    return { figures, rows: rowsOf(figures), found }
  },
}

const fateTexts: Readonly<Record<Fate, string>> = {
  whole: 'whole',
  cutOff: 'cut off, and rejected',
  stalledBefore: 'timed out before the calls were made',
  stalledAfter: 'timed out after that, so that none was sent',
  answerLost: 'timed out for the sender only, with all sent',
}

function rowsOf(figures: Figures): [string, string][] {
  const { deliveries, calls, tracked, points } = figures
  const rows: [string, string | number][] = [
    ['events', figures.events],
    ['guests', figures.guests],
    ['notifications', figures.notifications],
    ['deliveries, out of order', fates.reduce((sum, fate) => sum + deliveries[fate], 0)],
    ...fates.map((fate): [string, number] => [`  ${fateTexts[fate]}`, deliveries[fate]]),
    ['calls dropped as duplicates', figures.duplicatesDropped],
    ['identify calls', calls.identify],
    ['track calls', calls.track],
    ...Object.entries(tracked).map(([name, count]): [string, number] => [`  ${name}`, count]),
    ['guests joined by their registration', figures.guestsJoined],
    ['points added', points.added],
    ['points redeemed', points.redeemed],
    ['time', `${grouped(Math.round(figures.ms / 100) / 10)} s`],
    ['events a second', figures.eventsPerSecond],
    ['peak memory', `${grouped(Math.round(figures.peakMemoryBytes / 2 ** 20))} MiB`],
  ]
  return rows.map(([name, figure]) => [name, typeof figure === 'number' ? grouped(figure) : figure])
}
