import type { Desired } from './desired'
import type { Remote } from './remote'
import { secretsOnlyThere, settingDetails } from './source-settings'
import type { SourceOptions } from './source-steps'

/** What a person should know, although deploy does nothing about it, one sentence each. */
export function notesOf(desired: Desired, remote: Remote, options: SourceOptions): string[] {
  return [
    ...functionNotes(desired, remote),
    ...sourceNotes(desired, remote, options),
    ...planNotes(desired, remote),
    ...schemaNotes(remote),
  ]
}

function functionNotes({ description, logoUrl }: Desired, { function: found, isLatestDeployed }: Remote): string[] {
  if (found === undefined) return []
  const silent = [
    ...(found.settings ? [] : ['the definitions of the settings']),
    ...(description !== undefined && found.description === undefined ? ['the description'] : []),
    ...(logoUrl !== undefined && found.logoUrl === undefined ? ['the logo'] : []),
  ]
  return [
    ...(silent.length === 0 ? [] : [`Segment does not return ${silent.join(', ')} of the function: not compared`]),
    ...(isLatestDeployed === undefined
      ? ['Segment does not say whether the saved code is deployed; --redeploy deploys it again']
      : []),
  ]
}

function sourceNotes({ source }: Desired, { source: there }: Remote, options: SourceOptions): string[] {
  if (there === undefined) return []
  const isSent = settingDetails(source, there, options.sendsSecrets === true).length > 0
  const unseen = Object.keys(source.secrets).filter(() => !isSent)
  return [
    ...(there.enabled || options.enables === true
      ? []
      : [`somebody disabled the source "${there.slug}", and it stays disabled; --enable enables it`]),
    ...(typeof there.name === 'string' ? [] : ['Segment does not return the name of the source: not compared']),
    ...(there.settings ? [] : ['Segment does not return the settings of the source: not compared']),
    ...unseen.map((name) => `${name} was not compared, because Segment does not show it; --secrets sends it`),
    ...secretsOnlyThere(source, there).map(
      (name) => `${name} is set in Segment and not in segment.config.json; it is kept`,
    ),
  ]
}

function planNotes({ trackingPlan }: Desired, remote: Remote): string[] {
  const { sources = [] } = remote.trackingPlan ?? {}
  const others = sources.filter(({ id }) => id !== remote.source?.id).map(({ slug }) => slug)
  if (trackingPlan === undefined || others.length === 0) return []
  return [`the tracking plan "${trackingPlan.name}" also governs ${others.join(', ')}`]
}

/** Traits of wallets, unknown events and the like are in no tracking plan of ours. */
function schemaNotes({ schemaSettings: { track, identify } = {} }: Remote): string[] {
  const blocked = [
    ...(track?.allowUnplannedEvents === false ? ['unplanned events'] : []),
    ...(track?.allowUnplannedEventProperties === false ? ['unplanned properties'] : []),
    ...(identify?.allowUnplannedTraits === false ? ['unplanned traits, such as those of wallets'] : []),
  ]
  if (blocked.length === 0) return []
  return [`the schema settings of the source block ${blocked.join(', ')}; allow them in Segment if you need them`]
}
