import { functionWith, instancesOf, latestVersion, versionWith } from './lookup'
import { page } from './pagination'
import type { Call, Data, Route } from './route'
import { bodies } from './schemas'
import type { FunctionClass, State, Version } from './state'
import { addVersion } from './transitions'

/** Alpha endpoints. A workspace may lack them or list no versions. */
export const versionRoutes = {
  'GET /functions/{functionId}/versions': { paged: true, unstable: 'versions', handle: list },
  'POST /functions/{functionId}/versions': { unstable: 'versions', handle: restore },
} satisfies Record<string, Route>

function list(call: Call): Data {
  const { state, availability } = call.world
  const fn = functionWith(state, call.path('functionId'))
  const listed = availability.versions === 'empty' ? [] : fn.versions.toReversed()
  return page(
    call,
    'versions',
    listed.map((version) => details(state, fn, version)),
  )
}

/** Copies an old version into a new latest one. */
function restore({ world, path, read }: Call): Data {
  const fn = functionWith(world.state, path('functionId'))
  const { code } = versionWith(fn, read(bodies.restoreVersion).versionId)
  if (latestVersion(fn).code === code) world.violations.push(`saved the same code twice in a row: ${fn.id}`)
  return { version: details(world.state, fn, addVersion(world, fn, code, 'token')) }
}

function details(state: State, fn: FunctionClass, version: Version): Data {
  const isDeployed = instancesOf(state, fn).some(({ deployedVersionId }) => deployedVersionId === version.id)
  return { ...version, updatedAt: version.createdAt, isDeployed }
}
