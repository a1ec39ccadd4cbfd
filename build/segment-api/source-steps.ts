import type { SegmentApi } from '.'
import { type Desired, type DesiredSource, secretValues } from './desired'
import type { Remote } from './remote'
import {
  checkSecretsAreSafe,
  missingSecrets,
  newSettingDetails,
  openSettings,
  secretDetails,
  settingDetails,
} from './source-settings'
import type { SourcePatch, SourceSettings, SourceWithPlan } from './sources'
import { changeOf, type Detail, needed, type Step } from './step'

/** Creates the source, or updates the parts that differ from the repository. */
export function sourceSteps({ source }: Desired, remote: Remote, sendsSecrets: boolean): Step[] {
  if (remote.source === undefined) return [createStep(source, remote)]
  const details = detailsOf(source, remote.source, sendsSecrets)
  return details.length === 0 ? [] : [updateStep(source, remote.source, sendsSecrets, details)]
}

function createStep(desired: DesiredSource, { instances }: Remote): Step {
  const { slug, name, settings, secrets, disconnectAllWarehouses } = desired
  return {
    subject: 'source',
    action: 'create',
    target: slug,
    details: [
      { field: 'name', after: JSON.stringify(name) },
      { field: 'warehouses', after: disconnectAllWarehouses ? 'none' : 'all of the workspace' },
      ...newSettingDetails(desired),
      // A new slug in the configuration creates a source. A rename would change the webhook URL.
      ...(instances.length > 0
        ? [{ field: 'beside', after: instances.map(({ slug: other }) => other).join(', ') }]
        : []),
    ],
    async run({ sources }, ids) {
      const { id } = await sources.create({
        slug,
        enabled: true,
        metadataId: needed(ids, 'catalog'),
        settings: { ...settings, ...secretValues(secrets) },
        disconnectAllWarehouses,
      })
      ids.source = id
      await sources.update(id, { name }) // the call that creates a source has no field for it
    },
  }
}

function detailsOf(desired: DesiredSource, remote: SourceWithPlan, sendsSecrets: boolean): Detail[] {
  return [
    ...(desired.name === remote.name ? [] : [changeOf('name', remote.name, desired.name)]),
    ...(remote.enabled ? [] : [changeOf('enabled', false, true)]),
    ...settingDetails(desired, remote),
    ...(sendsSecrets ? secretDetails(desired.secrets, remote.settings) : []),
  ]
}

function updateStep(desired: DesiredSource, remote: SourceWithPlan, sendsSecrets: boolean, details: Detail[]): Step {
  return {
    subject: 'source',
    action: 'update',
    target: desired.slug,
    details,
    async run(api) {
      const patch = patchOf(desired, remote, sendsSecrets)
      const { settings } = await api.sources.update(remote.id, patch)
      if (patch.settings !== undefined) await restoreSecrets(api, desired, remote, { ...patch.settings }, settings)
    },
  }
}

function patchOf(desired: DesiredSource, remote: SourceWithPlan, sendsSecrets: boolean): SourcePatch {
  const sendsSettings = sendsSecrets || settingDetails(desired, remote).length > 0
  const secrets = sendsSecrets ? secretValues(desired.secrets) : {}
  return {
    ...(desired.name !== remote.name && { name: desired.name }),
    ...(!remote.enabled && { enabled: true }),
    ...(sendsSettings && { settings: { ...openSettings(desired, remote), ...secrets } }),
  }
}

/**
 * Sends secrets again if Segment dropped them. It does not document whether it keeps settings that a call leaves out.
 */
async function restoreSecrets(
  { sources }: SegmentApi,
  desired: DesiredSource,
  before: SourceWithPlan,
  sent: SourceSettings,
  now: SourceSettings,
): Promise<void> {
  const had = missingSecrets(desired, before).map(([name]) => name)
  const lost = missingSecrets(desired, { ...before, settings: now }).filter(([name]) => !had.includes(name))
  if (lost.length === 0) return
  await sources.update(before.id, { settings: { ...sent, ...secretValues(Object.fromEntries(lost)) } })
}

/**
 * Checks the secrets before anything is written.
 * @throws UserError that names an environment variable that is not set, or a secret that could be lost.
 */
export function checkSecrets({ source }: Desired, remote: Remote, sendsSecrets: boolean): void {
  if (remote.source === undefined || sendsSecrets) secretValues(source.secrets)
  if (remote.source !== undefined && settingDetails(source, remote.source).length > 0)
    checkSecretsAreSafe(source, remote.source)
}
