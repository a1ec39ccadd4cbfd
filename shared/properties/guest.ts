import { describe } from '../declare/documentation'
import { type Definition, type Property, property } from '../declare/property'
import { objectIn } from '../json/json-text'
import { wordList } from '../json/word-list'
import { birthday as birthdayOf } from '../normalize/birthday'
import { email as emailAddress } from '../normalize/email'
import { flag } from '../normalize/flag'
import { isNobodysEmail, isNobodysPhone } from '../normalize/nobody'
import { phone as phoneNumber } from '../normalize/phone'
import { text } from '../normalize/text'
import { type Address, addresses } from './address'
import { type IdDefinition, idProperty } from './ids'

const sectionNames = wordList('guest customer referrer fields userFields setUserFields user')

/** Where Paytronix keeps what it knows of a guest. Which of them tell of the guest, the reading knows. */
export const guestSections = sectionNames.map((at) => ({ at }))

const yesOrNo = 'a yes or no, such as true, "N" or "opted_in"'

/** What the body says of the guest is a trait, too. It never comes from outside of the event. */
function ofGuest<T>(definition: Definition<T>): Property<T> {
  return property({ sections: guestSections, outside: 'never', ...definition })
}

/** What tells who the guest is, and is no property of the event. */
function idOfGuest(definition: IdDefinition): Property<string> {
  return idProperty({ sections: guestSections, outside: 'never', track: false, ...definition })
}

export const firstName = ofGuest({ name: 'first_name', normalize: text, trait: 'firstName' })
DOCS: describe(firstName, "Guest's first name", 'givenName forename fname nameFirst nameGiven')

export const lastName = ofGuest({ name: 'last_name', normalize: text, trait: 'lastName' })
DOCS: describe(lastName, "Guest's last name", 'surname familyName lname nameLast nameFamily')

export const emailOptIn = ofGuest({
  name: 'email_opt_in',
  type: 'boolean',
  expected: yesOrNo,
  also: ['optIn'],
  normalize: flag,
  trait: 'email_opt_in',
})
DOCS: describe(
  emailOptIn,
  'Whether the guest agreed to e-mails; absent when unknown',
  'emailConsent emailSubscribed emailMarketing emailPermission allowEmail marketingOptIn marketingConsent acceptsMarketing newsletter',
)

export const textOptIn = ofGuest({
  name: 'text_opt_in',
  type: 'boolean',
  expected: yesOrNo,
  also: ['textCampaignOptIn', 'smsOptIn'],
  normalize: flag,
  trait: 'text_opt_in',
})
DOCS: describe(
  textOptIn,
  'Whether the guest agreed to text messages; absent when unknown',
  'smsConsent smsSubscribed smsMarketing smsPermission allowSms textConsent textMessageOptIn mobileOptIn',
)

export const email = idOfGuest({
  name: 'email',
  expected: 'an e-mail address',
  normalize: emailAddress,
  isNobody: isNobodysEmail,
  trait: 'email',
})
DOCS: describe(email, "Guest's e-mail address, in lower case", 'emailAddress emailAddr mail primaryEmail contactEmail')

export const phone = idOfGuest({
  name: 'phone',
  expected: 'a telephone number',
  names: ['mobilePhone', 'phone'],
  normalize: (value, { phoneCountryCode }) => phoneNumber(value, phoneCountryCode),
  isNobody: (number, { phoneCountryCode }) => isNobodysPhone(number, phoneCountryCode),
  trait: 'phone',
})
DOCS: describe(
  phone,
  "Guest's phone number, E.164",
  'phoneNumber phoneNo mobile mobileNumber mobileNo cell cellPhone cellNumber telephone telephoneNumber tel primaryPhone',
)

export const username = idOfGuest({ name: 'username', trait: 'username' })
DOCS: describe(username, "Guest's user name on the guest website", 'loginName login screenName')

export const birthday = ofGuest({
  name: 'birthday',
  expected: 'a date from 1901 to 2050',
  names: ['dateOfBirth', 'birthday'],
  normalize: birthdayOf,
  trait: 'birthday',
  track: false,
})
DOCS: describe(birthday, "Guest's date of birth, YYYY-MM-DD", 'dob birthDate bday dateBirth')

/** The guest's own address, never the store's nor one in the event itself; taken whole from the first place that has one. */
export const guestAddress: Property<Address> = property({
  name: 'address',
  type: 'object',
  names: ['addresses[0]'],
  sections: [{ at: 'traits', as: ['address'] }, ...guestSections.map(({ at }) => ({ at, as: ['address', '.'] }))],
  outside: 'never',
  normalize(value, settings, warn) {
    const object = objectIn(value)
    return object && addresses.read(object, settings, warn)
  },
  trait: 'address',
  track: false,
})
DOCS: describe(guestAddress, "Guest's own address: street, city, state, postalCode, country")

export const userId = idOfGuest({ name: 'user_id' })
DOCS: describe(
  userId,
  'Id of the guest in your own systems',
  'memberId guestId customerId patronId consumerId profileId personId customerNumber customerNo guestNumber crmId',
)

export const guestTraits = [email, phone, username, birthday, guestAddress]
