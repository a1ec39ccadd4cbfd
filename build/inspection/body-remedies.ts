import { foldName } from '../../shared/json/keys'
import { holdsWord } from '../../shared/json/words'
import { guestContacts, guestIds } from '../../shared/read/guest-ids'
import type { Attempt } from './attempt'
import type { InspectedEvent, UnusedField } from './inspection'
import type { Remedy } from './remedy'
import { isStrangers } from './strangers'

type Keys = readonly string[]

/** Lists that may hold the events: each list of several items with an unused field. */
export function eventsRemedies({ inspections, config }: Attempt): Remedy[][] {
  if (config.body?.events !== undefined) return []
  const fields = inspections.flatMap(({ events, envelope }) => {
    // A body that is accepted as one event is no list of events.
    const rejected = events.filter(({ rejection }) => rejection !== null)
    return [...rejected.flatMap(unusedOf), ...(rejected.length > 0 ? envelope.unused : [])]
  })
  const lists = fields.filter(({ keys }) => keys[firstIndex(keys)] === '1').flatMap(({ keys }) => listPaths(keys))
  return [distinct(lists).map((path) => bodyRemedy('events', path, `The events are in the list ${path}`))]
}

/** Lists of named values, each read as the object of its values. */
export function namedListRemedies({ inspections, config }: Attempt): Remedy[][] {
  if (config.body?.event !== undefined) return []
  const lists = rejectedIn(inspections).flatMap((event) =>
    unusedOf(event).flatMap((one) => (one.named === null ? [] : [one.named.slice(0, -1)])),
  )
  const paths = distinct(pathsOf(lists))
  return [paths.map((path) => bodyRemedy('event', path, `The event's details are in the list of named values ${path}`))]
}

function rejectedIn(inspections: Attempt['inspections']): InspectedEvent[] {
  return inspections.flatMap(({ events }) => events.filter(({ rejection }) => rejection !== null))
}

/** Objects that may hold an event's details: each one around an unused id of a guest. */
export function eventRemedies({ inspections, config }: Attempt): Remedy[][] {
  if (config.body?.event !== undefined) return []
  const fields = inspections.flatMap(({ events }) => events.flatMap(unusedOf)).filter(isGuestsId)
  const around = fields.flatMap(({ keys }) => pathsOf(keys.map((_, depth) => keys.slice(0, depth))))
  const paths = distinct(around).filter((path) => !isStrangers(path.split('.')))
  return [paths.map((path) => bodyRemedy('event', path, `The event's details are in ${path}`))]
}

const idNames: ReadonlySet<string> = new Set(
  [...guestIds, ...guestContacts].flatMap(({ soughtIn }) =>
    soughtIn.flatMap(({ names }) => names.map((name) => foldName(name.replace('[0]', '')))),
  ),
)

/** Whether a field may identify the guest. Only such a field makes its object the event. */
function isGuestsId({ keys }: UnusedField): boolean {
  return idNames.has(foldName(keys.findLast((key) => !/^\d+$/.test(key)) ?? ''))
}

/** Unused texts that are a known type. Those whose name sounds like a type come first. */
export function typeRemedies({ inspections, config }: Attempt, isKnownType: (text: string) => boolean): Remedy[][] {
  if (config.body?.type !== undefined) return []
  const untyped = inspections.flatMap(({ events }) => events.filter(({ type }) => type.event === null))
  const fields = untyped.flatMap(unusedOf).filter(({ value }) => typeof value === 'string' && isKnownType(value))
  const telling = (path: string) => (holdsWord(path.split('.').at(-1), typeWords) ? 0 : 1)
  const paths = distinct(fields.flatMap(({ keys, named }) => pathsOf([named ?? keys]))).sort(
    (one, other) => telling(one) - telling(other),
  )
  return [paths.map((path) => bodyRemedy('type', path, `The event's type is at ${path}`))]
}

/** Words in the name of a field that may hold the type. */
const typeWords: ReadonlySet<string> = new Set(['type', 'event', 'kind', 'action', 'activity', 'name'])

function bodyRemedy(part: 'events' | 'event' | 'type', path: string, found: string): Remedy {
  return {
    id: `body.${part} ${path}`,
    kind: part,
    text: `${found}, where the function does not look.`,
    change: { body: { [part]: path } },
    isSure: true,
  }
}

function unusedOf({ remainder }: InspectedEvent): readonly UnusedField[] {
  return remainder.unused
}

/**
 * The paths as `body` writes them: without the indexes of lists, and with a name in place of the item that has it. Some
 * keys cannot be written, so their paths are left out.
 */
function pathsOf(ways: readonly Keys[]): string[] {
  return ways.flatMap((keys) => {
    const names = keys.filter((key) => !/^\d+$/.test(key))
    const isWritable =
      names.length > 0 && names.every((name) => foldName(name) !== '' && name === name.trim() && !name.includes('.'))
    return isWritable ? [names.join('.')] : []
  })
}

function listPaths(keys: Keys): string[] {
  return pathsOf([keys.slice(0, firstIndex(keys))])
}

function firstIndex(keys: Keys): number {
  return keys.findIndex((key) => /^\d+$/.test(key))
}

/** Each alternative is tried, so only the shortest are kept. They are the likeliest. */
const mostAlternatives = 60

function distinct(paths: readonly string[]): string[] {
  const levels = (path: string) => path.split('.').length
  return [...new Set(paths)].sort((one, other) => levels(one) - levels(other)).slice(0, mostAlternatives)
}
