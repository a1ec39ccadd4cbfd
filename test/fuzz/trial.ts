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

/** A scenario, and what the function makes of its requests. The last three are only sent where the body is JSON. */
export interface Trial {
  /** The text of the function: what stands in it is not a guest's. */
  readonly code: string
  readonly scenario: Scenario
  /** The body as text. */
  readonly text: string
  readonly sent: Attempt
  /** The same with keys in another order. */
  readonly reordered: Attempt | undefined
  /** The same event, delivered once more. */
  readonly redelivered: Attempt | undefined
  /** Another event: the same with one edit, or with another id of its own. */
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

/** As JSON. Text between angle brackets becomes a number that JSON.stringify cannot write. */
function written(body: unknown): string {
  return JSON.stringify(body).replace(/"⟨([-+.\dEe]+)⟩"(?!:)/g, '$1')
}

/** The fields of a form are texts; objects and lists are left out. */
function formOf(fields: object): string {
  const entries = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
}

/** Gives an event this id in place of all others it has, wherever they stand. Several events get none. */
function withOwnId(body: unknown, id: string | undefined): unknown {
  if (id === undefined || !isContainer(body)) return body
  for (const spot of spotsOf(body)) {
    if (!Array.isArray(spot.container) && ownIdNames.has(foldName(spot.key))) removeAt(spot)
  }
  // Beside a list it would be the envelope's own.
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
