import { namesOf } from '../../shared/declare/property'
import { isObject } from '../../shared/json/values'
import { neverEmittedKeys } from '../../shared/privacy/never-emitted'
import { eventTime, ownId } from '../../shared/properties/own'
import { deliveryNames, listNames, wrapperNames } from './names'

const folded = (name: string) => name.toLowerCase().replace(/_/g, '')
const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const never = new Set(neverEmittedKeys.map(letters))
const delivered = new Set(deliveryNames.map(folded))
const ids = new Set(namesOf(ownId).map(folded))
const ofCharge = new Set(['amount', 'rechargeAmount', 'transactionState', ...namesOf(eventTime)].map(letters))

/**
 * What tells an event without an id of its own from every other one, reckoned here once more, from the specification:
 * its content with sorted keys, without what is never emitted and what says something of the delivery alone. Undefined
 * for several events, and for those with an id.
 */
export function telltaleOf(body: unknown): string | undefined {
  const content = isOneEvent(body) && !holdsOwnId(body) ? sorted(body) : undefined
  return isObject(content) ? JSON.stringify(withoutDelivery(content)) : undefined
}

/** Whether a body is an event, and no list of some. */
export function isOneEvent(body: unknown): boolean {
  return isObject(body) && listIn(body) === undefined
}

/** The list of a body that is several events: the body itself, or under the first of the names for one. */
export function listIn(body: unknown): readonly unknown[] | undefined {
  if (!isObject(body)) return Array.isArray(body) ? body : undefined
  const keys = Object.keys(body)
    .filter((key) => Array.isArray(body[key]))
    .sort()
  const lists = listNames.flatMap((name) => keys.filter((key) => folded(key) === name).map((key) => body[key]))
  return lists.find((list): list is unknown[] => Array.isArray(list))
}

/** Whether an event, or whatever else is in the body, may have an id of its own. */
export function holdsOwnId(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, member]) => ids.has(folded(key)) || holdsOwnId(member))
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !isNeverEmitted(key))
  kept.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(
    kept.flatMap(([key, member]) => {
      const left = letters(key) === 'chargeresponse' ? ofChargeResponse(member) : member
      return left === undefined ? [] : [[key, sorted(left)]]
    }),
  )
}

/** Whether values under a key never leave, nor the key itself. */
export function isNeverEmitted(key: string): boolean {
  const name = letters(key)
  return ['__proto__', 'constructor', 'prototype'].includes(key) || never.has(name) || name.startsWith('processor')
}

function ofChargeResponse(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => ofChargeResponse(item) ?? null)
  if (!isObject(value)) return undefined
  return Object.fromEntries(Object.entries(value).filter(([key]) => ofCharge.has(letters(key))))
}

/** At the top and in the wrapper. */
function withoutDelivery(event: Readonly<Record<string, unknown>>): unknown {
  const isDelivery = (key: string) => delivered.has(folded(key))
  const left = Object.entries(event).filter(([key]) => !isDelivery(key))
  const wrapper = wrapperKey(left)
  return Object.fromEntries(left.map(([key, value]) => [key, key === wrapper ? bare(value, isDelivery) : value]))
}

function wrapperKey(entries: readonly (readonly [string, unknown])[]): string | undefined {
  const wrappers = wrapperNames.flatMap((name) =>
    entries.filter(([key, value]) => folded(key) === folded(name) && isObject(single(value))),
  )
  return wrappers[0]?.[0]
}

function bare(value: unknown, isLeftOut: (key: string) => boolean): unknown {
  if (Array.isArray(value)) return value.map((item) => bare(item, isLeftOut))
  if (!isObject(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([key]) => !isLeftOut(key)))
}

function single(value: unknown): unknown {
  return Array.isArray(value) && value.length === 1 ? single(value[0]) : value
}
