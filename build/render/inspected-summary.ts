import { printable } from '../cli/printable'
import type { InspectedEvent, InspectedIdentity, InspectedSource, InspectedType } from '../inspection'
import { at } from './origin'
import { valueText } from './value'

type Row = readonly [name: string, lines: readonly string[]]

/** The type, the guest and the time of an event, and where each was found. */
export function summaryRows({ type, identity, time, ownId, rejection, unreadable, outside }: InspectedEvent): Row[] {
  const refusal: Row[] = rejection === null ? [] : [['rejected', [printable(rejection)]]]
  const around: Row[] = outside.length === 0 ? [] : [['outside', [outsideText(outside)]]]
  const rows: Row[] = [...refusal, ['type', [typeText(type)]], ...identityRows(identity), ...around]
  if (rejection !== null) return rows
  const isNamed = unreadable.some(({ name }) => name === 'timestamp')
  const receipt = `the time of receipt, because the event has ${isNamed ? 'no readable one' : 'none'}`
  const when = time === null ? receipt : `${valueText(time.value)}${at(time.origins)}`
  const id =
    ownId === null
      ? 'from the content, because the event has no id of its own'
      : `from its own id ${shown(ownId.value)}${at(ownId.origins)}`
  return [...rows, ['time', [when]], ['messageId', [id]]]
}

function typeText({ sent, origin, event, knownAs, emittedAs }: InspectedType): string {
  if (sent === null) return 'none: neither the body nor the URL names one'
  const place = origin === null ? '' : at([origin])
  const meaning = {
    name: '',
    alias: `, which also means ${event}`,
    eventAliases: `, which eventAliases maps to ${event}`,
  }
  const unknown = event === null ? ', which is not a known event' : ''
  const renamed = emittedAs !== null && event !== null && emittedAs !== event ? `, emitted as ${emittedAs}` : ''
  return printable(`${shown(sent)}${place}${knownAs === null ? unknown : meaning[knownAs]}${renamed}`)
}

function identityRows({ userId, anonymousId, sources, anonymousOf }: InspectedIdentity): Row[] {
  const used = sources.find(({ verdict }) => verdict === 'used')
  const passed = sources.filter(({ verdict }) => verdict !== 'used').map(passedOver)
  const user = used === undefined ? 'none' : `${shown(userId ?? used.value)}, the ${used.source}${at(used.origins)}`
  const rows: Row[] = sources.length === 0 ? [] : [['userId', [user, ...passed]]]
  if (anonymousId === null || anonymousOf === null) return rows
  const from = `from the ${anonymousOf.kind}${at(anonymousOf.origins)}`
  return [...rows, ['anonymousId', [`${anonymousId} ${from}`]]]
}

/** The layers around the event that never tell who its guest is. */
function outsideText(paths: readonly string[]): string {
  const places = paths.map((path) => printable(path) || 'the top of the body')
  return `${places.join(' and ')}: outside the event, so no id, name or contact is read there`
}

/** A source of user ids that gave none, and why. */
function passedOver({ source, verdict, value, origins }: InspectedSource): string {
  if (value === null) return `${source}: ${verdict}`
  return `${source}: ${shown(value)}${at(origins)} is ${verdict}`
}

function shown(value: unknown): string {
  return printable(JSON.stringify(value))
}
