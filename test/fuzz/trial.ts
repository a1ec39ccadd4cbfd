import { formType } from '../../build/runtime/refusal'
import { ownIdNames } from '../../shared/emit/content'
import { depthOf } from '../../shared/json/depth'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { edited } from './edits'
import { copyOf, isContainer, put, removeAt, reordered, spotsOf, valueAt, written } from './json-tree'
import { layersIn } from './layers'
import type { Scenario } from './scenario'
import type { Attempt, TriedFunction, TriedRequest } from './tried-function'

/** A scenario, and what the function makes of its requests. The last four are only sent where the body is JSON. */
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
  /** The same event with a key that nobody knows, anywhere. */
  readonly extended: Attempt | undefined
}

/** Sends all requests of a scenario to the function. */
export async function runTrial(scenario: Scenario, handle: TriedFunction, code: string): Promise<Trial> {
  const { sentAs, order, change, ownIds } = scenario
  const body = withOwnId(copyOf(scenario.body), ownIds?.[0])
  // JSON text of more levels is no JSON.
  const isText = sentAs !== 'json' && depthOf(body, 32) > 31
  const isJson = sentAs !== 'fields' && sentAs !== 'cut' && !isText
  const send = async (make: () => unknown) => (isJson ? handle(requestOf(make(), scenario)) : undefined)
  const request = requestOf(body, scenario)
  return {
    ...{ code, scenario, text: request.body },
    sent: await handle(request),
    reordered: await send(() => reordered(body, order)),
    redelivered: await send(() => redelivered(copyOf(body), scenario)),
    other: await send(() => withOwnId(edited(copyOf(scenario.body), [change]), ownIds?.[1])),
    extended: await send(() => extended(copyOf(body), order)),
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

/** The fields of a form are texts; objects and lists are left out. */
function formOf(fields: object): string {
  const entries = Object.entries(fields).filter(([, value]) => typeof value !== 'object')
  return new URLSearchParams(entries.map(([name, value]) => [name, String(value)])).toString()
}

/** Gives an event this id in place of all others it has, wherever they stand. */
function withOwnId(body: unknown, id: string | undefined): unknown {
  if (id === undefined || !isContainer(body)) return body
  for (const spot of spotsOf(body)) {
    if (!Array.isArray(spot.container) && ownIdNames.has(foldName(spot.key))) removeAt(spot)
  }
  if (isObject(body)) put({ container: body, key: 'eventId' }, id)
  return body
}

/** Changes the delivery fields of every layer. An only member would be no only member any more. */
function redelivered(body: unknown, scenario: Scenario): unknown {
  for (const container of layersIn(body, scenario)) {
    if (Object.keys(container).length < 2) continue
    for (const [key, value] of Object.entries(scenario.delivery)) put({ container, key }, value)
  }
  return body
}

/** Adds a key that nobody knows to an object, where its other keys say by themselves what it is. */
function extended(body: unknown, choice: number): unknown {
  if (!isContainer(body)) return body
  const objects = [body, ...spotsOf(body).map(valueAt)].filter(isExtensible)
  const container = objects[choice % objects.length]
  if (container !== undefined) put({ container, key: 'zzUnknown' }, 'patio')
  return body
}

/** An only member may be a wrapper, and keys that are all numbers a list. */
function isExtensible(value: unknown): value is Readonly<Record<string, unknown>> {
  return isObject(value) && Object.keys(value).length > 1 && !Object.keys(value).every((key) => /^\d+$/.test(key))
}
