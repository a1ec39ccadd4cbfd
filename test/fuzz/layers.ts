import { events } from '../../functions/events'
import { ownIdNames } from '../../shared/emit/content'
import { foldName } from '../../shared/json/keys'
import { isObject } from '../../shared/json/values'
import { ownId } from '../../shared/properties/own'
import { createRegistry } from '../../shared/properties/registry'
import { createEventsReader, type ReadEvent } from '../../shared/read/events-reader'
import type { Layer } from '../../shared/read/layers'
import { readSettings } from '../../shared/settings/settings'
import { type Container, isContainer, valueAt, written } from './json-tree'
import type { Scenario } from './scenario'

const read = createEventsReader(createRegistry(events, { eventAliases: {} }))

type Around = Pick<Scenario, 'query' | 'settings'>

/** How the sources read a body; undefined when they refuse it. */
export function readingsOf(body: unknown, { query, settings }: Around): readonly ReadEvent[] | undefined {
  const { warn } = console
  console.warn = () => undefined
  try {
    const url = { searchParams: new URLSearchParams(query) }
    const text = written(body)
    return read(
      { headers: { get: () => null }, url, json: () => JSON.parse(text), text: () => text },
      readSettings(settings, () => true),
    )
  } catch {
    return undefined
  } finally {
    console.warn = warn
  }
}

/** The objects of a body that are layers of its events or stand around them, as far as none of it is JSON text. */
export function layersIn(body: unknown, around: Around): readonly Container[] {
  const layers = (readingsOf(body, around) ?? []).flatMap(({ source }) => [...source.layers, ...source.around])
  return layers.flatMap(({ path }) => containerAt(body, path ?? []))
}

/**
 * The event's own layers, from the inside out, as plain JSON without what leads to the next layer, and without an id
 * of an event that is blank or that of the list around it.
 */
export function ownLayers({ reading }: ReadEvent): readonly object[] {
  return (reading?.source.own ?? []).map(withoutInner)
}

function withoutInner({ object, innerKey, found }: Layer): object {
  const isLeftOut = (key: string) => key === innerKey || (ownIdNames.has(foldName(key)) && !found.values.has(ownId))
  return Object.fromEntries(Object.entries(object).filter(([key]) => !isLeftOut(key)))
}

function containerAt(body: unknown, path: readonly string[]): Container[] {
  let value = body
  for (const key of path) {
    while (Array.isArray(value) && value.length === 1 && key !== '0') value = value[0]
    if (!isContainer(value)) return []
    value = valueAt({ container: value, key })
  }
  while (Array.isArray(value) && value.length === 1) value = value[0]
  return isObject(value) ? [value] : []
}
