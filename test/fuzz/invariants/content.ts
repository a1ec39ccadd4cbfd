import { namesOf } from '../../../shared/declare/property'
import { isObject } from '../../../shared/json/values'
import { neverEmittedKeys } from '../../../shared/privacy/never-emitted'
import { ownId } from '../../../shared/properties/own'
import { deliveryNames, listNames } from '../names'

const folded = (name: string) => name.toLowerCase().replace(/_/g, '')
const letters = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

const neverEmitted = new Set([...neverEmittedKeys, 'chargeResponse'].map(letters))
const ofDelivery = new Set(deliveryNames.map(folded))
const ids = new Set(namesOf(ownId).map(folded))

/**
 * The content that identifies an event: its members with sorted keys, without members that are never emitted or that
 * may describe the delivery. Undefined for several events, and for anything that is not an event.
 */
export function contentOf(body: unknown): string | undefined {
  return isOneEvent(body) ? JSON.stringify(sorted(body)) : undefined
}

/** Whether a body is one event and not a list. */
export function isOneEvent(body: unknown): boolean {
  return isObject(body) && listIn(body) === undefined
}

/** The list in a body with several events: the body itself, or the value of the first list name. */
export function listIn(body: unknown): readonly unknown[] | undefined {
  if (!isObject(body)) return Array.isArray(body) ? body : undefined
  const keys = Object.keys(body).sort()
  const lists = listNames.flatMap((name) => keys.filter((key) => folded(key) === name).map((key) => body[key]))
  return lists.find((list): list is unknown[] => Array.isArray(list))
}

/** Whether anything in a body may be an event's own id. */
export function holdsOwnId(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, member]) => ids.has(folded(key)) || holdsOwnId(member))
}

/** Whether a key and its values are never sent. */
export function isNeverEmitted(key: string): boolean {
  const name = letters(key)
  return (
    ['__proto__', 'constructor', 'prototype'].includes(key) || neverEmitted.has(name) || name.startsWith('processor')
  )
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (!isObject(value)) return value
  const kept = Object.entries(value).filter(([key]) => !isNeverEmitted(key) && !ofDelivery.has(folded(key)))
  kept.sort(([one], [other]) => (one < other ? -1 : 1))
  return Object.fromEntries(kept.map(([key, member]) => [key, sorted(member)]))
}
