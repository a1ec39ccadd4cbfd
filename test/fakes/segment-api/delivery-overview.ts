import { invalid } from './errors'
import { sourceWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import type { Discard, Receipt } from './state'

/** A beta endpoint: a workspace may lack it. */
export const deliveryOverviewRoutes = {
  'GET /delivery-overview/failed-on-ingest': {
    query: ['sourceId', 'startTime', 'endTime', 'granularity', 'groupBy.0', 'groupBy.1'],
    paged: true,
    unstable: 'deliveryOverview',
    handle: failedOnIngest,
  },
  'GET /delivery-overview/successfully-received': {
    query: ['sourceId', 'startTime', 'endTime', 'granularity', 'groupBy.0', 'groupBy.1'],
    paged: true,
    unstable: 'deliveryOverview',
    handle: successfullyReceived,
  },
} satisfies Record<string, Route>

const hour = 3_600_000
const day = 24 * hour

/** The longest range and its earliest start before now, in milliseconds. */
const windows: Readonly<Record<string, { step: number; longest: number; oldest: number }>> = {
  MINUTE: { step: 60_000, longest: 4 * hour, oldest: 48 * hour },
  HOUR: { step: hour, longest: 14 * day, oldest: 30 * day },
  DAY: { step: day, longest: 30 * day, oldest: 30 * day },
}
const dimensions = ['eventName', 'eventType', 'discardReason', 'appVersion'] as const
type Dimension = (typeof dimensions)[number]
/** What is counted, with the dimensions that it has. */
type Counted = Receipt & Partial<Discard>

function failedOnIngest(call: Call): Data {
  return metrics(call, call.world.state.discards)
}

function successfullyReceived(call: Call): Data {
  return metrics(call, call.world.state.receipts)
}

function metrics(call: Call, all: readonly Counted[]): Data {
  const { id } = sourceWith(call.world.state, required(call, 'sourceId'))
  const { start, end, step } = rangeOf(call)
  const groupBy = dimensionsOf(call.query)
  const counted = all.filter(({ sourceId, time }) => {
    return sourceId === id && Date.parse(time) >= start && Date.parse(time) < end
  })
  const groups = grouped(counted, (one) => JSON.stringify(groupBy.map((name) => one[name])))
  const dataset = [...groups.values()].map((group) => datasetOf(group, groupBy, step))
  return { total: totalOf(counted), ...page(call, 'dataset', dataset) }
}

function rangeOf(call: Call): { start: number; end: number; step: number } {
  const start = momentOf(call, 'startTime')
  const end = momentOf(call, 'endTime')
  const window = windows[required(call, 'granularity')]
  if (window === undefined) throw invalid('granularity', `must be one of ${Object.keys(windows).join(', ')}`)
  if (end <= start) throw invalid('endTime', 'must be after startTime')
  if (end - start > window.longest) throw invalid('endTime', 'is too long after startTime for this granularity')
  if (call.world.clock() - start > window.oldest) throw invalid('startTime', 'is too long ago for this granularity')
  return { start, end, step: window.step }
}

const iso8601 = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/

function momentOf(call: Call, name: string): number {
  const text = required(call, name)
  const moment = iso8601.test(text) ? Date.parse(text) : Number.NaN
  if (Number.isNaN(moment)) throw invalid(name, 'must be an ISO 8601 date and time')
  return moment
}

function required({ query }: Call, name: string): string {
  const value = query.get(name)
  if (value === null || value === '') throw invalid(name, 'is required')
  return value
}

function dimensionsOf(query: URLSearchParams): Dimension[] {
  return ['groupBy.0', 'groupBy.1'].flatMap((name) => {
    const wanted = query.get(name)
    const dimension = dimensions.find((known) => known === wanted)
    if (wanted !== null && dimension === undefined) throw invalid(name, `must be one of ${dimensions.join(', ')}`)
    return dimension ?? []
  })
}

function datasetOf(group: readonly Counted[], groupBy: readonly Dimension[], step: number): Data {
  const steps = grouped(group, ({ time }) => Math.floor(Date.parse(time) / step) * step)
  const series = [...steps].sort(([one], [other]) => one - other).map(([time, counted]) => pointOf(time, counted))
  const names = groupBy.map((name) => [name, group[0]?.[name]])
  return { ...Object.fromEntries(names), total: totalOf(group), series }
}

/** Times have no fraction, as in Segment's samples. */
function pointOf(time: number, counted: readonly Counted[]): Data {
  return { time: new Date(time).toISOString().replace('.000Z', 'Z'), count: totalOf(counted) }
}

function totalOf(counted: readonly Counted[]): number {
  return counted.reduce((total, { count }) => total + count, 0)
}

/** Node 20 has no Map.groupBy. */
function grouped<Key>(counted: readonly Counted[], keyOf: (one: Counted) => Key): Map<Key, Counted[]> {
  const groups = new Map<Key, Counted[]>()
  for (const one of counted) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
