import { json } from '../../cli/command'
import { permissions } from '../../segment-api/guards'

/** Options of all commands on a Segment workspace. */
export const environmentOption = {
  env: { kind: 'text', value: 'name', summary: 'the environment of segment.config.json, such as dev' },
} as const

export const consentOptions = {
  yes: { kind: 'flag', summary: 'do not ask; required without a terminal' },
  json,
} as const

/** Options that change what deploy does, and so what plan shows. */
export const planOptions = {
  secrets: { kind: 'flag', summary: 'also send the secrets, which cannot be compared' },
  enable: { kind: 'flag', summary: 'enable the source if somebody disabled it' },
  redeploy: { kind: 'flag', summary: 'deploy to every source, even if nothing differs' },
} as const

export const permissionOptions = {
  'overwrite-code': { kind: 'flag', summary: permissions['overwrite-code'] },
  'overwrite-rules': { kind: 'flag', summary: permissions['overwrite-rules'] },
  'yes-change-ids': { kind: 'flag', summary: permissions['yes-change-ids'] },
  downgrade: { kind: 'flag', summary: permissions.downgrade },
} as const
