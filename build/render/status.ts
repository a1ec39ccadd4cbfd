import { printable } from '../cli/printable'
import { titleOf } from '../segment-api/environment'
import type { EnvironmentStatus, FunctionStatus, InstanceStatus, ReceivedCalls } from '../segment-api/status'
import { counted } from '../system/numbers'
import { flowText } from './flow'
import { definitionTable } from './table'
import { shownDigest } from './version'
import type { View } from './view'

const drifts: Readonly<Record<FunctionStatus['drift'], string>> = {
  none: 'as the repository builds it',
  'repository differs': 'differs from what the repository builds; see the plan command',
  'edited in Segment': "edited in Segment's editor; see the plan command",
  'of another repository': 'built in another repository; see the plan command',
  'not of this project': 'not of this project; see the pull command',
}

/** The state of an environment, for people. */
export function statusText({ environment, region, workspace, function: found }: EnvironmentStatus, view: View): string {
  const head = `${view.colors.bold(environment)} · ${region} · workspace ${printable(titleOf(workspace))}`
  if (found === undefined)
    return `${head}\n  not in the workspace yet; npm run deploy -- --env ${environment} creates it`
  const rows: [string, string][] = [
    ['function', `${printable(found.name)}, ${found.id}`],
    ['code', drifts[found.drift]],
    ['deployed', deployedText(found)],
    ...found.instances.flatMap(instanceRows),
  ]
  return `${head}\n${definitionTable(rows, flowText, { indent: 2, width: view.width })}`
}

/** Where to find the webhook URL. No endpoint of the API returns it. */
export function webhookPlace({ width }: Pick<View, 'width'>): string {
  const text =
    "Webhook URL: in Segment, on the source's Overview page, or under Settings > Endpoint. Whoever knows it can send events, so keep it secret."
  return flowText(text, width).join('\n')
}

function deployedText({ deployed, isLatestDeployed, instances }: FunctionStatus): string {
  const { version, id, digest, since } = deployed
  if (instances.length === 0) return 'nowhere: the function has no source'
  if (since === undefined && digest === undefined) return 'never'
  const which = [
    ...(version ? [`project version ${version}`] : []),
    ...(digest ? [`digest ${shownDigest(digest)}`] : []),
    ...(id ? [id] : []),
  ].join(', ')
  const behind = isLatestDeployed === false ? '; what is saved is not deployed everywhere' : ''
  return `${which || 'unknown version'}${since === undefined ? '' : `, since ${since}`}${behind}`
}

function instanceRows({ id, slug, name, isEnabled, received, discards }: InstanceStatus): [string, string][] {
  return [
    ['source', `${printable(name)} (${slug}), ${isEnabled ? 'enabled' : 'disabled'}, ${id}`],
    ['received', 'missing' in received ? received.missing : receivedText(received.value)],
    ['failed', 'missing' in discards ? discards.missing : discardsText(discards.value)],
  ]
}

function receivedText({ count, last: moment, silentHours }: ReceivedCalls): string {
  if (moment === undefined) return 'no call in 14 days'
  const last = `the last one at ${moment.replace(':00.000Z', 'Z')}`
  const silence = silentHours === 0 ? '' : `; nothing for ${counted(silentHours, 'hour')}`
  return `${counted(count, 'call')} in the last day, ${last}${silence}`
}

function discardsText(discards: readonly { readonly reason: string; readonly count: number }[]): string {
  const reasons = discards.map(({ reason, count }) => `${count} ${printable(reason)}`)
  const total = discards.reduce((sum, { count }) => sum + count, 0)
  return reasons.length === 0
    ? 'none in the last day'
    : `${counted(total, 'event')} in the last day: ${reasons.join(', ')}`
}
