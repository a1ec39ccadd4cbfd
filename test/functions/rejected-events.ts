export const good = { type: 'Check-In', userId: 'U-1' }
export const untyped = { userId: 'U-1' }
export const unknown = { type: 'FOO_BAR', userId: 'U-1' }
export const nobody = { type: 'Check-In' }

export const typeMessage = (index: number, type = 'FOO_BAR') =>
  `event[${index}].type: expected a Paytronix event type, received "${type}"; add it to eventAliases or set unknownEvents to "track"`
export const identityMessage = (index: number) =>
  `event[${index}].identity: expected a user id, card, account, e-mail or phone, received no identity`
export const shapeMessage = (index: number, received: string) =>
  `event[${index}]: expected an object, received ${received}`
