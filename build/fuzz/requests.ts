import { namesOf } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { ownId } from '../../shared/properties/own'
import { wrapperOf } from '../../shared/read/reader'
import { formType } from '../runtime/refusal'
import { damage } from './damage'
import { copyOf, isHolder, put, removeAt, reordered, spotsOf } from './json-tree'
import type { Scenario } from './scenario'
import { isOneEvent, listIn } from './telltale'
import type { TriedRequest } from './tried-function'

/** The requests of one scenario. The others are undefined where the text that is sent is no JSON. */
export interface Requests {
  readonly sent: TriedRequest
  /** The same with keys in another order. */
  readonly reordered: TriedRequest | undefined
  /** The same event, delivered once more. */
  readonly redelivered: TriedRequest | undefined
  /** Another event: the same with one change, or with another id of its own. */
  readonly other: TriedRequest | undefined
}

const ownIdNames: ReadonlySet<string> = new Set(namesOf(ownId).map(foldName))

/** Writes a scenario's requests. */
export function requestsOf(scenario: Scenario): Requests {
  const { sentAs, order, change, ownIds } = scenario
  const body = withOwnId(copyOf(scenario.body), ownIds?.[0])
  const isJson = sentAs !== 'fields' && sentAs !== 'cut'
  const request = (make: () => unknown) => (isJson ? requestOf(make(), scenario) : undefined)
  return {
    sent: requestOf(body, scenario),
    reordered: request(() => reordered(body, order)),
    redelivered: request(() => redelivered(copyOf(body), scenario.delivery)),
    other: request(() => withOwnId(damage(copyOf(scenario.body), [change]), ownIds?.[1])),
  }
}

function requestOf(body: unknown, { sentAs, query, settings }: Scenario): TriedRequest {
  const formBodies = sentAs === 'parsed payload' ? 'parsed' : 'text'
  const url = `/?${new URLSearchParams(query)}`
  const form = { url, settings, formBodies, headers: { 'content-type': formType } } as const
  const text = written(body)
  if (sentAs === 'payload' || sentAs === 'parsed payload') return { ...form, body: formOf({ payload: text }) }
  if (sentAs === 'fields') return { ...form, body: formOf(isObject(body) ? body : { body: text }) }
  const sent = sentAs === 'cut' ? text.slice(0, text.length / 2) : text
  return { url, settings, formBodies, body: sent }
}

/** As JSON. Numbers that JSON.stringify cannot write stand in the body as text between angle brackets. */
function written(body: unknown): string {
  return JSON.stringify(body).replace(/"⟨([-+.\dEe]+)⟩"(?!:)/g, '$1')
}

/** Fields are text; what is none of a body's scalars has no field. */
function formOf(fields: object): string {
  const entries = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
}

/** An event with an id of its own and no other one, wherever that may stand; several events have none. */
function withOwnId(body: unknown, id: string | undefined): unknown {
  if (id === undefined || !isHolder(body)) return body
  for (const spot of spotsOf(body)) {
    if (!Array.isArray(spot.holder) && ownIdNames.has(foldName(spot.key))) removeAt(spot)
  }
  // Around a list it would be the envelope's own.
  if (isOneEvent(body)) put({ holder: body, key: 'eventId' }, id)
  return body
}

/** Changes the delivery fields of a body, of its wrapper, and of each event of a list. */
function redelivered(body: unknown, delivery: Scenario['delivery']): unknown {
  const events = (listIn(body) ?? [body]).filter(isObject)
  for (const holder of [body, ...events, ...events.map(wrapperOf)]) {
    if (!isObject(holder)) continue
    for (const [key, value] of Object.entries(delivery)) put({ holder, key }, value)
  }
  return body
}
