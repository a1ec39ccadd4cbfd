import { type Desired, type DesiredSource, secretValues } from './desired'
import type { Remote } from './remote'
import { allSettings, newSettingDetails, settingDetails } from './source-settings'
import type { SourcePatch, SourceWithPlan } from './sources'
import { changeOf, type Detail, needed, type Step } from './step'

/** What may happen to an existing source. */
export interface SourceOptions {
  /** Whether to send the secrets although nothing differs. */
  readonly sendsSecrets?: boolean | undefined
  /** Whether to enable a source that somebody disabled. */
  readonly enables?: boolean | undefined
  /** Whether the source is deployed to. A name that Segment does not return is then sent: it may be missing. */
  readonly isDeploying?: boolean | undefined
}

/** Creates the source. None when it is there. */
export function creationSteps({ source }: Desired, { source: there, instances }: Remote): Step[] {
  if (there !== undefined) return []
  const { slug, name, settings, secrets, disconnectAllWarehouses } = source
  // A new slug in the configuration creates a source. A rename would change the webhook URL.
  const beside = instances.map((other) => other.slug).join(', ')
  return [
    {
      ...{ subject: 'source', action: 'create', target: slug },
      details: [
        { field: 'name', after: JSON.stringify(name) },
        { field: 'warehouses', after: disconnectAllWarehouses ? 'none' : 'all of the workspace' },
        ...newSettingDetails(source),
        ...(beside === '' ? [] : [{ field: 'beside', after: beside }]),
      ],
      async run({ sources }, ids) {
        const metadataId = needed(ids, 'catalog')
        const all = { ...settings, ...secretValues(secrets) }
        const { id } = await sources.create({ slug, enabled: true, metadataId, settings: all, disconnectAllWarehouses })
        ids.source = id
        await sources.update(id, { name }) // the call that creates a source has no field for it
      },
    },
  ]
}

/** Updates the parts of an existing source that differ from the repository. */
export function updateSteps({ source }: Desired, { source: there }: Remote, options: SourceOptions): Step[] {
  const details = there === undefined ? [] : detailsOf(source, there, options)
  if (there === undefined || details.length === 0) return []
  return [
    {
      ...{ subject: 'source', action: 'update', target: source.slug, details },
      async run({ sources }) {
        await sources.update(there.id, patchOf(source, there, options))
      },
    },
  ]
}

/**
 * Checks before anything is written that the settings to send are known.
 * @throws UserError that names an environment variable that is not set, or a secret that could be lost.
 */
export function checkSecrets({ source }: Desired, { source: there }: Remote, options: SourceOptions): void {
  if (there === undefined) secretValues(source.secrets)
  else patchOf(source, there, options)
}

function detailsOf(desired: DesiredSource, remote: SourceWithPlan, options: SourceOptions): Detail[] {
  return [
    ...(isRenamed(desired, remote, options) ? [changeOf('name', remote.name, desired.name)] : []),
    ...(!remote.enabled && options.enables === true ? [changeOf('enabled', false, true)] : []),
    ...settingDetails(desired, remote, options.sendsSecrets === true),
  ]
}

function patchOf(desired: DesiredSource, remote: SourceWithPlan, options: SourceOptions): SourcePatch {
  const { sendsSecrets = false, enables = false } = options
  const sendsSettings = settingDetails(desired, remote, sendsSecrets).length > 0
  return {
    ...(isRenamed(desired, remote, options) && { name: desired.name }),
    ...(!remote.enabled && enables && { enabled: true }),
    ...(sendsSettings && { settings: allSettings(desired, remote) }),
  }
}

function isRenamed({ name }: DesiredSource, remote: SourceWithPlan, { isDeploying = false }: SourceOptions): boolean {
  return typeof remote.name === 'string' ? name !== remote.name : isDeploying
}
