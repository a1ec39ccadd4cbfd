import { type Definition, type Property, property } from '../declare/property'
import { asObject } from '../json/values'
import { birthday as birthDay } from '../normalize/birthday'
import { email as emailAddress } from '../normalize/email'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { phone as phoneNumber } from '../normalize/phone'
import { text } from '../normalize/text'
import { type Address, addresses } from './address'

/** Where Paytronix keeps what it knows of a guest. */
export const guestSections = ['guest', 'user', 'customer', 'fields', 'userFields', 'setUserFields'].map((at) => ({
  at,
}))

const yesOrNo = 'a yes or no, such as true, "N" or "opted_in"'

/** What the body says of the guest is a trait, too, under Segment's own name where it has one. */
function ofGuest<T>(definition: Definition<T>): Property<T> {
  return property({ sections: guestSections, ...definition })
}

/** What is the guest's and none of the event's is only a trait. */
function onlyTrait<T>(definition: Definition<T>): Property<T> {
  return ofGuest({ track: false, ...definition })
}

export const firstName = ofGuest({
  name: 'first_name',
  description: "Guest's first name",
  normalize: text,
  trait: 'firstName',
})

export const lastName = ofGuest({
  name: 'last_name',
  description: "Guest's last name",
  normalize: text,
  trait: 'lastName',
})

export const emailOptIn = ofGuest({
  name: 'email_opt_in',
  type: 'boolean',
  description: 'Whether the guest agreed to e-mails; absent when not known',
  expected: yesOrNo,
  also: ['optIn'],
  normalize: flag,
  trait: 'email_opt_in',
})

export const textOptIn = ofGuest({
  name: 'text_opt_in',
  type: 'boolean',
  description: 'Whether the guest agreed to text messages; absent when not known',
  expected: yesOrNo,
  also: ['textCampaignOptIn', 'smsOptIn'],
  normalize: flag,
  trait: 'text_opt_in',
})

export const email = onlyTrait({
  name: 'email',
  description: "Guest's e-mail address, lower-cased",
  expected: 'an e-mail address',
  normalize: emailAddress,
  trait: 'email',
})

export const phone = onlyTrait({
  name: 'phone',
  description: "Guest's telephone number, as given",
  expected: 'a telephone number',
  names: ['mobilePhone', 'phone'],
  normalize: (value) => phoneNumber(value, 'none'),
  trait: 'phone',
})

export const username = onlyTrait({
  name: 'username',
  description: "Guest's user name on the guest website",
  normalize: text,
  trait: 'username',
})

export const birthday = onlyTrait({
  name: 'birthday',
  description: "Guest's date of birth, YYYY-MM-DD",
  expected: 'a date',
  names: ['dateOfBirth', 'birthday'],
  normalize: (value) => birthDay(value, { dateOrder: 'mdy' }),
  trait: 'birthday',
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
    const all = reading.candidates(guestAddress).map(({ value }) => reading.read(guestAddress, value))
    return all.find((one) => one !== undefined && Object.keys(one).length > 0)
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
