import { json } from '../../cli/command'

/** Options of all commands on a Segment workspace. */
export const environmentOption = {
  env: { kind: 'text', value: 'name', summary: 'the environment of segment.config.json, such as dev' },
} as const

export const consentOptions = {
  yes: { kind: 'flag', summary: 'do not ask; required without a terminal' },
  json,
} as const

export const secretsOption = {
  secrets: { kind: 'flag', summary: 'also send the secrets, which cannot be compared' },
} as const
