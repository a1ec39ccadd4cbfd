import { describe } from '../declare/documentation'
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
  normalize: text,
  trait: 'firstName',
})
DOCS: describe(firstName, "Guest's first name")

export const lastName = ofGuest({
  name: 'last_name',
  normalize: text,
  trait: 'lastName',
})
DOCS: describe(lastName, "Guest's last name")

export const emailOptIn = ofGuest({
  name: 'email_opt_in',
  type: 'boolean',
  expected: yesOrNo,
  also: ['optIn'],
  normalize: flag,
  trait: 'email_opt_in',
})
DOCS: describe(emailOptIn, 'Whether the guest agreed to e-mails; absent when not known')

export const textOptIn = ofGuest({
  name: 'text_opt_in',
  type: 'boolean',
  expected: yesOrNo,
  also: ['textCampaignOptIn', 'smsOptIn'],
  normalize: flag,
  trait: 'text_opt_in',
})
DOCS: describe(textOptIn, 'Whether the guest agreed to text messages; absent when not known')

export const email = onlyTrait({
  name: 'email',
  expected: 'an e-mail address',
  normalize: emailAddress,
  trait: 'email',
})
DOCS: describe(email, "Guest's e-mail address, lower-cased")

export const phone = onlyTrait({
  name: 'phone',
  expected: 'a telephone number',
  names: ['mobilePhone', 'phone'],
  normalize: (value) => phoneNumber(value, 'none'),
  trait: 'phone',
})
DOCS: describe(phone, "Guest's telephone number, as given")

export const username = onlyTrait({
  name: 'username',
  normalize: text,
  trait: 'username',
})
DOCS: describe(username, "Guest's user name on the guest website")

export const birthday = onlyTrait({
  name: 'birthday',
  expected: 'a date',
  names: ['dateOfBirth', 'birthday'],
  normalize: (value) => birthDay(value, { dateOrder: 'mdy' }),
  trait: 'birthday',
})
DOCS: describe(birthday, "Guest's date of birth, YYYY-MM-DD")

/** The guest's own address, never the store's nor one at the event's top level; taken whole from the first place that has one. */
export const guestAddress: Property<Address> = property({
  name: 'address',
  type: 'object',
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
DOCS: describe(guestAddress, "Guest's own address: street, city, state, postalCode, country")

export const userId = property({
  name: 'user_id',
  sections: [...guestSections, { at: 'account' }],
  normalize: identifier,
  track: false,
})
DOCS: describe(userId, 'The id by which your own systems know the guest')

export const guestProperties = [firstName, lastName, emailOptIn, textOptIn]
export const guestTraits = [email, phone, username, birthday, guestAddress]
