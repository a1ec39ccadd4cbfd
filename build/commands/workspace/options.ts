import { json } from '../../cli/command'

/** Options that commands on a Segment workspace have in common. */
export const environmentOption = {
  env: { kind: 'text', value: 'name', summary: 'the environment of segment.config.json, such as dev' },
} as const

export const consentOptions = {
  yes: { kind: 'flag', summary: 'do not ask; needed where there is no terminal' },
  json,
} as const

export const secretsOption = {
  secrets: { kind: 'flag', summary: 'also send the secrets, which Segment does not let us compare' },
} as const
