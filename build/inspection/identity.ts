import { accountId } from '../../shared/properties/account'
import { printedCardNumber } from '../../shared/properties/card'
import { email, firstName, lastName, phone } from '../../shared/properties/guest'
import { merchantId } from '../../shared/properties/transaction'
import { userIdProperties } from '../../shared/read/identity'
import type { InspectedIdentity, InspectedSource } from './inspection'
import { originsOf } from './origins'
import { originOf, type Subject } from './subject'
import type { Use } from './uses'

const anonymousProperties = new Map([
  ['card', printedCardNumber],
  ['account', accountId],
  ['email', email],
  ['phone', phone],
])

/** The guest of an event, and where the ids were found. */
export function inspectedIdentity(subject: Subject, uses: readonly Use[]): InspectedIdentity {
  const { reading, kept } = subject
  const { anonymousOf } = kept
  const messages = subject.outcome.rejection === undefined ? subject.outcome.calls.map(({ message }) => message) : []
  const property = anonymousProperties.get(anonymousOf?.kind ?? '')
  return {
    userId: messages.find(({ userId }) => userId !== undefined)?.userId ?? null,
    anonymousId: messages.find((message) => message.anonymousId !== undefined)?.anonymousId ?? null,
    sources: kept.tried.map((one) => sourceOf(one, uses, subject)),
    anonymousOf:
      anonymousOf === undefined ? null : { ...anonymousOf, origins: property ? originsOf(property, subject) : [] },
    guest: {
      merchant: reading.get(merchantId) ?? null,
      account: reading.get(accountId) ?? null,
      card: reading.get(printedCardNumber) ?? null,
      email: reading.get(email) ?? null,
      phone: reading.get(phone) ?? null,
      name: [reading.get(firstName), reading.get(lastName)].filter((one) => one !== undefined).join(' ') || null,
    },
  }
}

function sourceOf(
  { source, id }: Subject['kept']['tried'][number],
  uses: readonly Use[],
  subject: Subject,
): InspectedSource {
  const property = userIdProperties[source]
  const value = subject.reading.get(property) ?? null
  if (value !== null) {
    return { source, verdict: id === undefined ? 'too long' : 'used', value, origins: originsOf(property, subject) }
  }
  const passed = uses.filter(({ by }) => by === property.name)
  const nobody = passed.find(({ verdict }) => verdict === 'nobody')
  if (nobody === undefined) return { source, verdict: passed.length > 0 ? 'unreadable' : 'absent', value, origins: [] }
  const origins = nobody.keys === undefined ? [] : [originOf(nobody.keys, subject)]
  return { source, verdict: "nobody's", value: String(nobody.sent), origins }
}
