import { badRequest, invalid } from './errors'
import { functionOf, functionWith, instancesOf, isLatestVersion, latestVersion, sourceWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import { bodies, type CreateFunction, resourceTypes } from './schemas'
import type { FunctionClass, State } from './state'
import { deploy, saveCode } from './transitions'
import type { World } from './world'

export const functionRoutes = {
  'GET /functions': { query: ['resourceType'], paged: true, handle: list },
  'POST /functions': { handle: create },
  'GET /functions/{functionId}': { handle: get },
  'PATCH /functions/{functionId}': { handle: update },
  'DELETE /functions/{functionId}': { handle: remove },
  'POST /functions/{functionId}/deploy': { handle: deployInstance },
} satisfies Record<string, Route>

function list(call: Call): Data {
  const type = call.query.get('resourceType')
  if (type === null) throw invalid('resourceType', 'is required')
  if (!resourceTypes.includes(type)) throw invalid('resourceType', `must be one of ${resourceTypes.join(', ')}`)
  const items = call.world.state.functions.filter(({ resourceType }) => resourceType === type)
  return page(call, 'functions', items.map(listItem))
}

function create({ world, read }: Call): Data {
  const input = read(bodies.createFunction)
  const fn = addFunction(world, input)
  world.changed.add(fn.id)
  return { function: details(world.state, fn) }
}

/** Adds a function with one version of its code. Does not deploy it. */
export function addFunction(world: World, input: CreateFunction): FunctionClass {
  const { code, settings = [], description = '', logoUrl = '', ...rest } = input
  const catalogId = world.newId()
  const createdAt = world.now()
  const meta = { id: `sfnc_${catalogId}`, catalogId, createdAt, createdBy: 'owner', deployedAt: null }
  const versions = [{ id: world.newId(), code, author: 'owner', createdAt }]
  const fn: FunctionClass = { ...rest, ...meta, settings, description, logoUrl, versions }
  world.state.functions.push(fn)
  return fn
}

function get({ world, path }: Call): Data {
  return { function: details(world.state, functionWith(world.state, path('functionId'))) }
}

function update({ world, path, read }: Call): Data {
  const fn = functionWith(world.state, path('functionId'))
  const { code, ...changes } = read(bodies.updateFunction)
  if (code !== undefined) saveCode(world, fn, code)
  Object.assign(fn, changes)
  world.changed.add(fn.id)
  return { function: details(world.state, fn) }
}

/** Whether Segment refuses this or leaves sources without code is not documented. This fake refuses. */
function remove({ world: { state }, path }: Call): Data {
  const fn = functionWith(state, path('functionId'))
  if (instancesOf(state, fn).length > 0) throw badRequest('the function has connected sources')
  state.functions = state.functions.filter((one) => one !== fn)
  return { status: 'SUCCESS' }
}

function deployInstance({ world, path, read }: Call): Data {
  const id = path('functionId')
  const refused = badRequest('provide a valid Source function instance ID')
  if (!id.startsWith('sfn_')) throw refused
  const source = sourceWith(world.state, id.slice('sfn_'.length))
  const fn = functionOf(world.state, source)
  if (fn?.resourceType !== 'SOURCE') throw refused
  read(bodies.nothing)
  const isUnchanged = !world.changed.has(fn.id) && !world.changed.has(source.id)
  if (isUnchanged && source.deployedVersionId === latestVersion(fn).id) {
    world.violations.push(`deployed before anything was saved: ${id}`)
  }
  deploy(world, fn, source)
  return { functionDeployment: { status: 'SUCCESS' } }
}

function listItem(fn: FunctionClass): Data {
  const { id, resourceType, displayName, description, logoUrl, catalogId, createdAt, createdBy } = fn
  return { id, resourceType, displayName, description, logoUrl, catalogId, createdAt, createdBy }
}

/** Includes the members that Segment sends but does not document: `workspaceId` and `buildpack`. */
function details(state: State, fn: FunctionClass): Data {
  const { settings, deployedAt } = fn
  const { code } = latestVersion(fn)
  const undocumented = { workspaceId: state.workspace.id, buildpack: 'boreal' }
  const deployment = { deployedAt, isLatestVersion: isLatestVersion(state, fn), previewWebhookUrl: '' }
  return { ...listItem(fn), code, settings, ...deployment, ...undocumented }
}
