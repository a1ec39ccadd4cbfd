import type { BundledConfig } from '../bundle/configuration-module'
import type { ConfigChange } from '../config/config'
import type { FunctionSettings, WebhookRequest } from '../runtime'
import type { Inspect } from './inspect'
import type { InspectedEvent, Inspection, Origin } from './inspection'

/** The results of requests with a configuration and settings. */
export interface Attempt {
  readonly config: BundledConfig
  readonly settings: FunctionSettings
  readonly inspections: readonly Inspection[]
}

/** Inspects requests one after another, as the function that is watched keeps the warnings of one at a time. */
export async function attempt(
  requests: readonly WebhookRequest[],
  { config, settings }: Pick<Attempt, 'config' | 'settings'>,
  inspect: Inspect,
): Promise<Attempt> {
  const inspections: Inspection[] = []
  for (const request of requests) inspections.push(await inspect(request, settings, config))
  return { config, settings, inspections }
}

/** A configuration and settings with a change. */
export function withChange(
  { config, settings }: Pick<Attempt, 'config' | 'settings'>,
  change: ConfigChange,
): Pick<Attempt, 'config' | 'settings'> {
  const { eventAliases, mappings, body = config.body } = config
  return {
    config: {
      eventAliases: { ...eventAliases, ...change.eventAliases },
      mappings: { ...mappings, ...change.mappings },
      ...((body ?? change.body) && { body: { ...body, ...change.body } }),
    },
    settings: { ...settings, ...change.settings },
  }
}

/** Whether the first attempt is better. One more property does not make up for a lost guest or event. */
export function isBetter(one: Attempt, other: Attempt): boolean {
  const [left, right] = [measuresOf(one), measuresOf(other)]
  const first = left.findIndex((measure, index) => measure !== right[index])
  return first !== -1 && (left[first] ?? 0) > (right[first] ?? 0)
}

/** Whether the first attempt accepts more events, or knows more guests or, with `isOfTypes`, more types. */
export function hasMoreEvents(one: Attempt, other: Attempt, isOfTypes: boolean): boolean {
  const [left, right] = [eventsIn(one), eventsIn(other)]
  const isMore = count(left, wasAccepted) > count(right, wasAccepted)
  return (
    isMore ||
    count(left, isIdentified) > count(right, isIdentified) ||
    (isOfTypes && count(left, isTyped) > count(right, isTyped))
  )
}

/** Whether the items of a list are events: they name types or guests of their own. Lines of a check do not. */
export function areEvents({ inspections }: Attempt): boolean {
  const events = inspections.flatMap((one) => one.events)
  const guests = new Set(events.map(({ identity: { userId, anonymousId } }) => userId ?? anonymousId))
  const own = ({ from }: Origin) => from === 'event'
  return (
    guests.size > 1 ||
    events.some(({ type, identity: { sources, anonymousOf } }) => {
      const origins = [...sources, ...(anonymousOf === null ? [] : [anonymousOf])].flatMap((one) => one.origins)
      return (type.event !== null && type.origin !== null && own(type.origin)) || origins.some(own)
    })
  )
}

/** By importance: accepted events; known types and guests (a user id counts twice); found values; unreadable values. */
function measuresOf(attempt: Attempt): number[] {
  const events = eventsIn(attempt)
  return [
    count(events, wasAccepted),
    count(events, isTyped) + count(events, isIdentified) + count(events, hasUserId),
    sum(events, ({ found, time }) => found.length + (time === null ? 0 : 1)),
    -sum(events, ({ unreadable }) => unreadable.length),
  ]
}

function eventsIn({ inspections }: Attempt): InspectedEvent[] {
  return inspections.flatMap(({ events }) => events)
}

function count(events: readonly InspectedEvent[], is: (event: InspectedEvent) => boolean): number {
  return events.filter(is).length
}

function sum(events: readonly InspectedEvent[], of: (event: InspectedEvent) => number): number {
  return events.reduce((total, event) => total + of(event), 0)
}

function wasAccepted({ rejection }: InspectedEvent): boolean {
  return rejection === null
}

function isTyped({ type }: InspectedEvent): boolean {
  return type.event !== null
}

/** Whether an event tells who its guest is. */
function isIdentified(event: InspectedEvent): boolean {
  return hasUserId(event) || event.identity.anonymousOf !== null
}

export function hasUserId({ identity }: InspectedEvent): boolean {
  return identity.sources.some(({ verdict }) => verdict === 'used')
}
