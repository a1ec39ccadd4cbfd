import { formType } from '../../build/runtime/refusal'
import { namesOf } from '../../shared/declare/property'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { ownId } from '../../shared/properties/own'
import { wrapperOf } from '../../shared/read/reader'
import { edited } from './edits'
import { isOneEvent, listIn } from './invariants/content'
import { copyOf, isContainer, put, removeAt, reordered, spotsOf } from './json-tree'
import type { Scenario } from './scenario'
import type { Attempt, TriedFunction, TriedRequest } from './tried-function'

/** A scenario with the results of its requests. The last three are sent only when the body is JSON. */
export interface Trial {
  /** The text of the function. Its texts are not a guest's data. */
  readonly code: string
  readonly scenario: Scenario
  /** The body as text. */
  readonly text: string
  readonly sent: Attempt
  /** The same with keys in another order. */
  readonly reordered: Attempt | undefined
  /** The same event, delivered again. */
  readonly redelivered: Attempt | undefined
  /** Another event: the same with one edit, or with another own id. */
  readonly other: Attempt | undefined
}

const ownIdNames: ReadonlySet<string> = new Set(namesOf(ownId).map(foldName))

/** Sends all requests of a scenario to the function. */
export async function runTrial(scenario: Scenario, handle: TriedFunction, code: string): Promise<Trial> {
  const { sentAs, order, change, ownIds, delivery } = scenario
  const body = withOwnId(copyOf(scenario.body), ownIds?.[0])
  const isJson = sentAs !== 'fields' && sentAs !== 'cut'
  const send = async (make: () => unknown) => (isJson ? handle(requestOf(make(), scenario)) : undefined)
  const request = requestOf(body, scenario)
  return {
    ...{ code, scenario, text: request.body },
    sent: await handle(request),
    reordered: await send(() => reordered(body, order)),
    redelivered: await send(() => redelivered(copyOf(body), delivery)),
    other: await send(() => withOwnId(edited(copyOf(scenario.body), [change]), ownIds?.[1])),
  }
}

function requestOf(body: unknown, { sentAs, query, settings }: Scenario): TriedRequest & { readonly body: string } {
  const formBodies = sentAs === 'parsed payload' ? 'parsed' : 'text'
  const common = { url: `/?${new URLSearchParams(query)}`, settings, formBodies } as const
  const form = { ...common, headers: { 'content-type': formType } }
  const text = written(body)
  if (sentAs === 'payload' || sentAs === 'parsed payload') return { ...form, body: formOf({ payload: text }) }
  if (sentAs === 'fields') return { ...form, body: formOf(isObject(body) ? body : { body: text }) }
  return { ...common, body: sentAs === 'cut' ? text.slice(0, text.length / 2) : text }
}

/** The body as JSON. Text in angle brackets becomes a number that JSON.stringify cannot write. */
function written(body: unknown): string {
  return JSON.stringify(body).replace(/"⟨([-+.\dEe]+)⟩"(?!:)/g, '$1')
}

/** The fields of a form as texts, without objects and lists. */
function formOf(fields: object): string {
  const entries = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
}

/** Replaces all own ids of an event by this id. Does not change a body with several events. */
function withOwnId(body: unknown, id: string | undefined): unknown {
  if (id === undefined || !isContainer(body)) return body
  for (const spot of spotsOf(body)) {
    if (!Array.isArray(spot.container) && ownIdNames.has(foldName(spot.key))) removeAt(spot)
  }
  // Next to a list it would be the id of the envelope.
  if (isOneEvent(body)) put({ container: body, key: 'eventId' }, id)
  return body
}

/** Changes the delivery fields of a body, of its wrapper, and of each event of a list. */
function redelivered(body: unknown, delivery: Scenario['delivery']): unknown {
  const events = (listIn(body) ?? [body]).filter(isObject)
  for (const container of [body, ...events, ...events.map(wrapperOf)]) {
    if (!isObject(container)) continue
    for (const [key, value] of Object.entries(delivery)) put({ container, key }, value)
  }
  return body
}
