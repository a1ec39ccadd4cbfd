/** Options of the commands that run bodies through the function. */
export const settingOptions = {
  setting: {
    kind: 'list',
    value: 'name=value',
    summary: 'a setting of the function: timeZone=UTC, omit=birthday,address, eventNames.Check-In=Visit (repeatable)',
  },
  settings: { kind: 'text', value: 'file', summary: 'a JSON file with settings; --setting overrides it' },
} as const

export const queryOption = {
  query: {
    kind: 'list',
    value: 'name=value',
    summary: 'a parameter of the URL, such as event=Check-In (repeatable)',
  },
} as const
