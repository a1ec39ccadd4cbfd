import type { Body } from '../../build/bodies/bodies'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { listNames, wrapperNames } from '../fuzz/names'
import type { Random } from './random'

/** An invented event: a sample that happens to an invented guest, at a time of its own. */
export interface SoakEvent {
  /** From 0, in the order of time. */
  readonly number: number
  /** Milliseconds since 1970. */
  readonly at: number
  readonly guest: Guest
  readonly body: Readonly<Record<string, unknown>>
}

export interface Guest {
  readonly userId: string
  readonly card: string
}

const begin = Date.UTC(2025, 5, 2, 4)
const step = 10_000
const idNames = ['eventId', 'notificationId', 'messageId'] as const

type Template = Readonly<Record<string, unknown>>

/** The samples of one event without a wrapper: what is added at the top says whom it is about, and when it was. */
export function templatesOf(samples: readonly Body[]): Template[] {
  const bodies = samples.map(({ text }): unknown => JSON.parse(text)).filter(isObject)
  const inner = new Set([...listNames, ...wrapperNames].map(foldName))
  const isWrapped = ([key, value]: [string, unknown]) => typeof value === 'object' && inner.has(foldName(key))
  return bodies.filter((body) => Object.keys(body).length > 1 && !Object.entries(body).some(isWrapped))
}

/** So many events of so many guests. */
export function makeEvents(
  templates: readonly Template[],
  count: { readonly events: number; readonly guests: number },
  random: Random,
): SoakEvent[] {
  return Array.from({ length: count.events }, (_, number) => {
    const guest = guestOf(random.between(0, count.guests - 1))
    const at = begin + number * step
    const template = templates[random.between(0, templates.length - 1)]
    const own = random.chance(0.5) ? { [random.pick(idNames)]: `event-${number}` } : {}
    const known = { userId: guest.userId, printedCardNumber: guest.card, timestamp: new Date(at).toISOString() }
    return { number, at, guest, body: { ...template, ...own, ...known } }
  })
}

/** Every two guests have cards that differ by a leading zero only. */
function guestOf(number: number): Guest {
  const digits = String(Math.floor(number / 2)).padStart(8, '0')
  return { userId: `guest-${number}`, card: `${number % 2 === 0 ? '' : '0'}057310${digits}` }
}
