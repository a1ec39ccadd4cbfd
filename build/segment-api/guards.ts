import { lt, valid } from 'semver'
import { readBanner } from '../bundle/banner'
import type { Desired } from './desired'
import type { Ownership } from './ownership'
import type { Remote } from './remote'
import { settingDetails } from './source-settings'
import { ruleChanges } from './tracking-plan-steps'

/** The options of `deploy` by which a person permits what it would otherwise not do. */
export const permissions = {
  'overwrite-code': 'overwrite code that was edited in Segment, or that is not of this project or repository',
  'overwrite-rules': 'overwrite rules of the tracking plan that somebody changed in Segment',
  'yes-change-ids': 'change merchantId of a deployed source, and so the ids of guests and events',
  downgrade: 'deploy an older version of the project than the one in Segment',
} as const

export type Permission = keyof typeof permissions

/** A reason why `deploy` stops, and the option that permits it. */
export interface Guard {
  readonly option: Permission
  readonly reason: string
}

/** What `deploy` does not do unless a person permits it. */
export function guardsOf(desired: Desired, remote: Remote, ownership: Ownership | undefined): Guard[] {
  const reasons: readonly (readonly [Permission, string | undefined])[] = [
    ['overwrite-code', keptBy(codeReason(ownership, 'deploy'))],
    ['overwrite-rules', keptBy(rulesReason(desired, remote))],
    ['yes-change-ids', idsReason(desired, remote)],
    ['downgrade', versionReason(desired, remote)],
  ]
  return reasons.flatMap(([option, reason]) => (reason === undefined ? [] : [{ option, reason }]))
}

function keptBy(reason: string | undefined): string | undefined {
  return reason && `${reason}; keep it with npm run pull`
}

const origins: Readonly<Record<Ownership, string | undefined>> = {
  ours: undefined,
  edited: 'was edited in Segment',
  foreign: 'in Segment is not of this project',
  'other repository': 'in Segment was built in another repository',
}

/** Why a command must not overwrite or delete code. Undefined when it is ours. */
export function codeReason(ownership: Ownership | undefined, command: 'deploy' | 'destroy'): string | undefined {
  const origin = ownership && origins[ownership]
  if (origin === undefined) return undefined
  return `the function's code ${origin}, and ${command} would ${command === 'deploy' ? 'overwrite' : 'delete'} that`
}

function rulesReason({ trackingPlan }: Desired, remote: Remote): string | undefined {
  const changed = ruleChanges(trackingPlan, remote).filter(({ change }) => change === 'changed by a person')
  if (trackingPlan === undefined || changed.length === 0) return undefined
  const names = changed.map(({ name }) => name).join(', ')
  return `rules of the tracking plan "${trackingPlan.name}" were changed in Segment: ${names}`
}

/** Ids are made with the merchant id. With another one, a guest who is known by a card alone becomes a new one. */
function idsReason({ source }: Desired, remote: Remote): string | undefined {
  if (remote.source === undefined || remote.function?.deployedAt === null) return undefined
  const isChanged = settingDetails(source, remote.source, false).some(({ field }) => field === 'merchantId')
  return isChanged
    ? 'merchantId of a deployed source would change, and with it the ids of guests and events'
    : undefined
}

/** Compares with the saved version and with the one that runs: somebody may have saved an older one meanwhile. */
function versionReason({ code }: Desired, remote: Remote): string | undefined {
  const here = versionOf(code)
  const there = [remote.function?.code, remote.runningCode].flatMap((script) => versionOf(script) ?? [])
  const newer = here && there.find((version) => lt(here, version))
  return newer && `Segment has version ${newer} of this project, and this checkout builds the older ${here}`
}

function versionOf(script = ''): string | undefined {
  return valid(readBanner(script)?.version) ?? undefined
}
