import { foldName } from '../json/keys'
import { cardNumber } from '../normalize/card-number'
import { lastFour, maskCards } from '../privacy/card-in-text'
import { isFriend } from '../privacy/friend'
import { holdsAnyOf } from '../privacy/name-parts'
import { neverEmittedKeys } from '../privacy/never-emitted'
import { safeJson } from '../privacy/sanitize'
import { addresses } from '../properties/address'
import { isPaymentCard, printedCardNumber } from '../properties/card'
import { guestSections } from '../properties/guest'
import type { Registry } from '../properties/registry'
import type { ReadEvent } from '../read/events-reader'
import type { Settings } from '../settings/settings'
import { shownCard } from './values'

const namesSecret = holdsAnyOf([...neverEmittedKeys, 'secret', 'secrets', 'tokens', 'referral', 'referrals'])
const guestSectionNames: ReadonlySet<string> = new Set(guestSections.map(({ at }) => foldName(at)))

/**
 * A body as it may be kept: JSON text with sorted keys that holds no secret, no friend and no payment card. It has no
 * list of what may stay, so it is stricter about what goes. The event's own card is shown as the setting `cardNumber`
 * has it.
 */
export function keptBody(body: unknown, event: ReadEvent, registry: Registry, settings: Settings): string {
  const { reading, type } = event
  const card = reading?.get(printedCardNumber)
  const shown = reading && shownCard(reading)
  const own = card === undefined ? undefined : { digits: card, shown: shown ?? '…' }
  const isOmitted = isOmittedBy(settings, registry)
  const isPaymentHere = type.definition?.ignores.includes('cardnumber') === true
  const json = safeJson(body, {
    leavesOut: (name) => namesSecret(name) || isFriend(name) || isOmitted(name),
    edit(object, section) {
      const isAddress = settings.omit.has('address') && guestSectionNames.has(foldName(section))
      const isPayment = isPaymentHere || isPaymentCard(object)
      if (!isAddress && !isPayment) return object
      // The members of an address stand in a guest's section itself, too; elsewhere they are a store's.
      const members = Object.entries(object).filter(([key]) => !isAddress || !addresses.isMember(key))
      const isNumber = (key: string) => isPayment && foldName(key) === 'cardnumber'
      return Object.fromEntries(members.map(([key, value]) => [key, isNumber(key) ? masked(value, card) : value]))
    },
    show(scalar) {
      const text = String(scalar)
      const safe = maskCards(text, own)
      return safe === text ? scalar : safe
    },
  })
  return json ?? 'null'
}

/** A name in `omit` leaves out every spelling under which its property is read. */
function isOmittedBy({ omit }: Settings, { properties }: Registry): (name: string) => boolean {
  if (omit.size === 0) return () => false
  const omitted = properties.filter(({ name, trait }) => omit.has(foldName(name)) || omit.has(foldName(trait ?? name)))
  const spellings = omitted.flatMap(({ soughtIn }) => soughtIn.flatMap(({ names }) => names))
  const left = new Set([...omit, ...spellings.map((name) => foldName(name.replace('[0]', '')))])
  return (name) => left.has(foldName(name))
}

/** The number of a payment card, unless it is the event's own card: `…` and the last four digits; nothing else is shown. */
function masked(value: unknown, own: string | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => masked(item, own))
  const digits = cardNumber(value)
  if (digits === undefined) return undefined
  return digits === own ? value : lastFour(digits)
}
