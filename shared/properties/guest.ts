import { type Address, addresses } from '../address'
import { date } from '../normalize/date'
import { email as emailAddress } from '../normalize/email'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { phone as phoneNumber } from '../normalize/phone'
import { text } from '../normalize/text'
import { type Property, property } from '../property'
import { asObject } from '../values'

/** Where Paytronix keeps what it knows of a guest. */
export const guestSections = ['guest', 'user', 'customer', 'fields', 'userFields', 'setUserFields'].map((at) => ({
  at,
}))

const yesOrNo = 'a yes or no, such as true, "N" or "opted_in"'

export const firstName = property({
  name: 'first_name',
  description: "Guest's first name",
  sections: guestSections,
  normalize: text,
  trait: 'firstName',
})

export const lastName = property({
  name: 'last_name',
  description: "Guest's last name",
  sections: guestSections,
  normalize: text,
  trait: 'lastName',
})

export const emailOptIn = property({
  name: 'email_opt_in',
  type: 'boolean',
  description: 'Whether the guest agreed to e-mails; absent when not known',
  expected: yesOrNo,
  also: ['optIn'],
  sections: guestSections,
  normalize: flag,
  trait: 'email_opt_in',
})

export const textOptIn = property({
  name: 'text_opt_in',
  type: 'boolean',
  description: 'Whether the guest agreed to text messages; absent when not known',
  expected: yesOrNo,
  also: ['textCampaignOptIn', 'smsOptIn'],
  sections: guestSections,
  normalize: flag,
  trait: 'text_opt_in',
})

export const email = property({
  name: 'email',
  description: "Guest's e-mail address, lower-cased",
  expected: 'an e-mail address',
  sections: guestSections,
  normalize: emailAddress,
  trait: 'email',
  track: false,
})

export const phone = property({
  name: 'phone',
  description: "Guest's telephone number, as given",
  expected: 'a telephone number',
  names: ['mobilePhone', 'phone'],
  sections: guestSections,
  normalize: phoneNumber,
  trait: 'phone',
  track: false,
})

export const username = property({
  name: 'username',
  description: "Guest's user name on the guest website",
  sections: guestSections,
  normalize: text,
  trait: 'username',
  track: false,
})

export const birthday = property({
  name: 'birthday',
  description: "Guest's date of birth, YYYY-MM-DD",
  expected: 'a date',
  names: ['dateOfBirth', 'birthday'],
  sections: guestSections,
  normalize: date,
  trait: 'birthday',
  track: false,
})

/** The guest's own address, never the store's nor one at the event's top level; taken whole from the first place that has one. */
export const guestAddress: Property<Address> = property({
  name: 'address',
  type: 'object',
  description: "Guest's own address: street, city, state, postalCode, country",
  names: ['addresses[0]'],
  sections: [{ at: 'traits', as: ['address'] }, ...guestSections.map(({ at }) => ({ at, as: ['address', '.'] }))],
  normalize(value, _settings, warn) {
    const object = asObject(value)
    return object && addresses.read(addresses.pick(object), warn)
  },
  complete(_found, reading) {
    const warn = (part: string, expected: string, value: unknown) => reading.warn('address', expected, value, part)
    for (const { value } of reading.candidates(guestAddress)) {
      const one = guestAddress.normalize(value, reading.settings, warn) ?? {}
      if (Object.keys(one).length > 0) return one
    }
    return undefined
  },
  trait: 'address',
  track: false,
})

export const userId = property({
  name: 'user_id',
  description: 'The id by which your own systems know the guest',
  sections: [...guestSections, { at: 'account' }],
  normalize: identifier,
  track: false,
})

export const guestProperties = [firstName, lastName, emailOptIn, textOptIn]
export const guestTraits = [email, phone, username, birthday, guestAddress]
