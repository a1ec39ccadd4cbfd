import { badRequest, conflict, notFound } from './errors'
import { functionOf, sourceWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import { bodies, type CreateSource } from './schemas'
import type { FunctionClass, Source } from './state'
import type { World } from './world'

export const sourceRoutes = {
  'GET /sources': { paged: true, handle: list },
  'POST /sources': { status: 201, handle: create },
  'GET /sources/{sourceId}': { handle: get },
  'PATCH /sources/{sourceId}': { handle: update },
  'DELETE /sources/{sourceId}': { handle: remove },
  'GET /sources/{sourceId}/settings': { handle: schemaSettings },
  'GET /sources/{sourceId}/connected-destinations': { paged: true, handle: destinations },
} satisfies Record<string, Route>

function list(call: Call): Data {
  const { world } = call
  return page(
    call,
    'sources',
    world.state.sources.map((source) => sourceDetails(world, source)),
  )
}

function create({ world, read }: Call): Data {
  const input = read(bodies.createSource)
  if (!world.state.functions.some(({ catalogId }) => catalogId === input.metadataId)) throw notFound('metadata')
  requireFreeSlug(world, input.slug)
  noteMask(world, 'POST /sources', input.settings)
  const source = addSource(world, input)
  world.changed.add(source.id)
  return { source: sourceDetails(world, source) }
}

/** Adds a source that is not deployed. Accepts any `metadataId`. */
export function addSource(world: World, { slug, enabled, metadataId, settings = {} }: CreateSource): Source {
  const writeKeys = [world.newId() + world.newId().slice(0, 10)]
  const source = { id: world.newId(), slug, enabled, metadataId, settings, writeKeys, trackingPlanId: null }
  world.state.sources.push(source)
  return source
}

function get({ world, path }: Call): Data {
  const source = sourceWith(world.state, path('sourceId'))
  return { source: sourceDetails(world, source), trackingPlanId: source.trackingPlanId }
}

function update({ world, path, read }: Call): Data {
  const source = sourceWith(world.state, path('sourceId'))
  const { settings, ...changes } = read(bodies.updateSource)
  if (changes.slug !== undefined) requireFreeSlug(world, changes.slug, source)
  noteMask(world, `PATCH /sources/${source.id}`, settings)
  Object.assign(source, changes)
  if (settings !== undefined) changeSettings(world, source, settings)
  world.changed.add(source.id)
  return { source: sourceDetails(world, source) }
}

/** A source that is connected to a tracking plan must be disconnected first. */
function remove({ world: { state }, path }: Call): Data {
  const source = sourceWith(state, path('sourceId'))
  if (source.trackingPlanId !== null) throw badRequest('the source is connected to a tracking plan')
  state.sources = state.sources.filter((one) => one !== source)
  return { status: 'SUCCESS' }
}

function schemaSettings({ world, path }: Call): Data {
  const { id, trackingPlanId, schemaSettings: settings = {} } = sourceWith(world.state, path('sourceId'))
  if (trackingPlanId === null) throw badRequest('Source is not connected to a tracking plan')
  return { sourceId: id, settings }
}

function destinations(call: Call): Data {
  const { id: sourceId, destinations: names = [] } = sourceWith(call.world.state, call.path('sourceId'))
  const all = names.map((name) => ({ id: `id of ${name}`, name, enabled: true, metadata: {}, sourceId, settings: {} }))
  return page(call, 'destinations', all)
}

/** A function that had a secret and has none accepts every request, even if only for a moment. */
function changeSettings(world: World, source: Source, settings: Record<string, unknown>): void {
  const before = source.settings
  source.settings = merged(world, source, settings)
  for (const { name, sensitive } of functionOf(world.state, source)?.settings ?? []) {
    if (sensitive && before[name] && !source.settings[name]) world.violations.push(`dropped the secret ${name}`)
  }
}

function merged({ options }: World, source: Source, settings: Record<string, unknown>): Record<string, unknown> {
  return options.sourceSettings === 'merge' ? { ...source.settings, ...settings } : settings
}

function requireFreeSlug(world: World, slug: string, owner?: Source): void {
  const isTaken = world.state.sources.some((source) => source !== owner && source.slug === slug)
  if (isTaken) throw conflict('slug already in use')
}

/** A client must never write back a masked value. */
function noteMask(world: World, request: string, settings: Record<string, unknown> = {}): void {
  for (const [name, value] of Object.entries(settings)) {
    if (JSON.stringify(value).includes('•')) world.violations.push(`wrote a masked value: ${request} ${name}`)
  }
}

export function sourceDetails(world: World, source: Source): Data {
  const fn = functionOf(world.state, source)
  const { id, slug, name, enabled, writeKeys } = source
  return {
    ...{ id, slug, ...(name !== undefined && { name }), workspaceId: world.state.workspace.id, enabled },
    writeKeys: world.options.sourceAdmin ? writeKeys : [],
    settings: masked(source.settings, fn),
    labels: [],
    metadata: metadataOf(source, fn),
  }
}

function masked(settings: Record<string, unknown>, fn: FunctionClass | undefined): Record<string, unknown> {
  const secrets = new Set(fn?.settings.filter(({ sensitive }) => sensitive).map(({ name }) => name))
  return Object.fromEntries(Object.entries(settings).map(([name, value]) => [name, secrets.has(name) ? '••••' : value]))
}

function metadataOf({ metadataId }: Source, fn: FunctionClass | undefined): Data {
  const { displayName: name = 'Catalog source', description = '', logoUrl = '', settings: options = [] } = fn ?? {}
  const slug = name.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-')
  const appearance = { name, slug, description, logos: { default: logoUrl }, options }
  return { id: metadataId, ...appearance, categories: [], isCloudEventSource: fn !== undefined, status: 'PUBLIC' }
}
