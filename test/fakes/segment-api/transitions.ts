import { latestVersion } from './lookup'
import type { FunctionClass, Source, Version } from './state'
import type { World } from './world'

/** Saves code as the latest version. Saving unchanged code is a violation: a careful client compares first. */
export function saveCode(world: World, fn: FunctionClass, code: string): void {
  if (latestVersion(fn).code === code) world.violations.push(`saved the same code twice in a row: ${fn.id}`)
  else addVersion(world, fn, code, 'token')
}

/** Adds a new latest version. Does not deploy it. */
export function addVersion(world: World, fn: FunctionClass, code: string, author: string): Version {
  const version: Version = { id: world.newId(), code, author, createdAt: world.now() }
  fn.versions.push(version)
  world.changed.add(fn.id)
  return version
}

/** Makes the instance run the latest version. */
export function deploy(world: World, fn: FunctionClass, source: Source): void {
  const latest = latestVersion(fn)
  latest.deployedAt = world.now()
  fn.deployedAt = latest.deployedAt
  source.deployedVersionId = latest.id
}
