import { isDeepStrictEqual } from 'node:util'
import type { SettingDefinition } from '../../shared/settings/definitions'
import { isSameScript } from '../bundle/banner'
import type { Desired } from './desired'
import type { FunctionDetails, SettingDefinitionThere } from './function-shapes'
import type { FunctionPatch } from './functions'
import { describeCode } from './ownership'
import { shortDiff } from './short-diff'
import { changeOf, type Detail, needed, type Step } from './step'

/** Creates the function, or updates the parts that differ from the repository. */
export function functionSteps(desired: Desired, remote: FunctionDetails | undefined): Step[] {
  if (remote === undefined) return [createStep(desired)]
  const patch = patchOf(desired, remote)
  return Object.keys(patch).length === 0 ? [] : [updateStep(desired, remote, patch)]
}

function createStep({ displayName, code, definitions, description, logoUrl }: Desired): Step {
  const input = {
    displayName,
    code,
    settings: definitions,
    ...(description !== undefined && { description }),
    ...(logoUrl !== undefined && { logoUrl }),
  }
  return {
    subject: 'function',
    action: 'create',
    target: displayName,
    details: [
      { field: 'code', after: describeCode(code) },
      { field: 'settings', after: `${definitions.length} definitions` },
    ],
    async run({ functions }, ids) {
      const created = await functions.create(input)
      ids.function = created.id
      ids.catalog = created.catalogId
    },
  }
}

function updateStep(desired: Desired, remote: FunctionDetails, patch: FunctionPatch): Step {
  return {
    subject: 'function',
    action: 'update',
    target: desired.displayName,
    details: detailsOf(desired, remote, patch),
    async run({ functions }, ids) {
      await functions.update(needed(ids, 'function'), patch)
    },
  }
}

/**
 * The parts that differ. What Segment does not return is not compared. Definitions that it does not return go with new
 * code, which may need them.
 */
function patchOf({ code, definitions, description, logoUrl }: Desired, remote: FunctionDetails): FunctionPatch {
  const isSameCode = remote.code !== undefined && isSameScript(code, remote.code)
  const isDefined = remote.settings ? definitionDetails(definitions, remote.settings).length === 0 : isSameCode
  const differs = (ours: string | undefined, theirs: string | null | undefined) =>
    ours !== undefined && theirs !== undefined && ours !== (theirs ?? '')
  return {
    ...(!isSameCode && { code }),
    ...(!isDefined && { settings: definitions }),
    ...(description !== undefined && differs(description, remote.description) && { description }),
    ...(logoUrl !== undefined && differs(logoUrl, remote.logoUrl) && { logoUrl }),
  }
}

function detailsOf({ definitions }: Desired, remote: FunctionDetails, patch: FunctionPatch): Detail[] {
  const { code, description, logoUrl, settings } = patch
  return [
    ...(code === undefined ? [] : [codeDetail(remote.code, code)]),
    ...(settings && remote.settings ? definitionDetails(definitions, remote.settings) : []),
    ...(description === undefined ? [] : [changeOf('description', remote.description, description)]),
    ...(logoUrl === undefined ? [] : [changeOf('logo', remote.logoUrl, logoUrl)]),
  ]
}

function codeDetail(there: string | undefined, here: string): Detail {
  const diff = there === undefined ? undefined : shortDiff(there, here)
  return { field: 'code', before: describeCode(there), after: describeCode(here), ...(diff !== undefined && { diff }) }
}

/** How the definitions of settings differ. Their order does not matter. */
function definitionDetails(ours: readonly SettingDefinition[], theirs: readonly SettingDefinitionThere[]): Detail[] {
  const remote = new Map(theirs.map((definition) => [definition.name, definition]))
  const changed = ours.flatMap((definition): Detail[] => {
    const there = remote.get(definition.name)
    remote.delete(definition.name)
    const field = `setting ${definition.name}`
    if (there === undefined) return [{ field, after: 'added' }]
    return isDeepStrictEqual({ ...definition }, there) ? [] : [{ field, after: 'changed' }]
  })
  return [...changed, ...[...remote.keys()].map((name): Detail => ({ field: `setting ${name}`, after: 'removed' }))]
}
