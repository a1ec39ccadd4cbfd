/** Options of the commands that hand bodies to the function. */
export const settingOptions = {
  setting: {
    kind: 'list',
    value: 'name=value',
    summary: 'a setting of the function: timeZone=UTC, omit=birthday,address, eventNames.Check-In=Visit (repeatable)',
  },
  settings: { kind: 'text', value: 'file', summary: 'settings from a JSON object; --setting wins over it' },
} as const

export const queryOption = {
  query: {
    kind: 'list',
    value: 'name=value',
    summary: 'a parameter of the URL, such as event=Check-In (repeatable)',
  },
} as const
