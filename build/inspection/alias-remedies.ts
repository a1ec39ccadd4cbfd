import { documentationOf } from '../../shared/declare/documentation'
import type { EventDefinition } from '../../shared/declare/event'
import { holdsWord, wordsOf } from '../../shared/json/words'
import { failureWords } from '../../shared/properties/failure-words'
import type { Attempt } from './attempt'
import type { Remedy } from './remedy'

/** An event, and how much a type sounds like it: from 0 to 1. */
interface Likeness {
  readonly name: string
  readonly score: number
}

/** A type means an event when it sounds like it, and clearly less like any other. */
const enough = 0.5
const clearly = 0.15

/** The event that each unknown type means, or those that it may mean when this is not clear. */
export function aliasRemedies({ inspections }: Attempt, events: readonly EventDefinition[]): Remedy[][] {
  const unknown = inspections.flatMap((one) => one.events).filter(({ type }) => type.event === null)
  const types = new Set(unknown.flatMap(({ type: { sent } }) => (sent === null ? [] : [sent])))
  return [...types].map((type) => remediesFor(type, likenesses(type, events)))
}

function remediesFor(type: string, [first, second, ...others]: readonly Likeness[]): Remedy[] {
  if (first === undefined) return [unlike(type)]
  const isClear = first.score >= enough && first.score - (second?.score ?? 0) >= clearly
  const isUndone = holdsWord(type, failureWords)
  if (isClear && !isUndone) return [aliasRemedy(type, first.name, true)]
  return [first, second, ...others].flatMap((one) => (one === undefined ? [] : [aliasRemedy(type, one.name, false)]))
}

function aliasRemedy(type: string, event: string, isSure: boolean): Remedy {
  const shown = JSON.stringify(type)
  const remark = holdsWord(type, failureWords) ? ', though it was taken back or did not succeed' : ''
  return {
    id: `eventAliases ${type}=${event}`,
    kind: 'alias',
    text: isSure
      ? `${shown} is not a known event type; it sounds like ${event}.`
      : `${shown} may mean ${event}${remark}.`,
    change: { eventAliases: { [type]: event } },
    isSure,
  }
}

function unlike(type: string): Remedy {
  const text = `${JSON.stringify(type)} is not a known event type and sounds like none. Say what it means (--fix --alias '${type}=Check-In'), or let the setting unknownEvents track it.`
  return { id: `eventAliases ${type}`, kind: 'alias', text, change: null, isSure: false }
}

/** The events that a type sounds like at all, the likeliest first. */
function likenesses(type: string, events: readonly EventDefinition[]): Likeness[] {
  const words = soundOf(type)
  return events
    .map((event) => ({ name: event.name, score: likeness(words, event) }))
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
}

function likeness(words: readonly string[], event: EventDefinition): number {
  const own = soundOf([event.name, ...event.aliases].join(' '))
  const alike = soundOf(documentationOf(event).alike ?? '')
  const scores = words.map((word) => {
    if (own.some((one) => isSameWord(one, word))) return 1
    return alike.some((one) => isSameWord(one, word)) ? 0.8 : 0
  })
  return scores.reduce<number>((sum, score) => sum + score, 0) / Math.max(1, scores.length)
}

/** Words that say nothing about the event. */
const silent: ReadonlySet<string> = new Set(
  'event events notification webhook message guest customer account px paytronix a the of or and created complete completed completion type v to in'
    .split(' ')
    .concat(''),
)

function soundOf(text: string): string[] {
  const words = wordsOf(text)
  const telling = words.filter((word) => !silent.has(word) && !failureWords.has(word))
  return telling.length > 0 ? telling : words.filter((word) => word !== '')
}

/** `redeem` and `redeemed` are one word, `earn` and `earned`, too. */
function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const [short, long] = one.length < other.length ? [one, other] : [other, one]
  return short.length >= 4 && long.startsWith(short)
}
