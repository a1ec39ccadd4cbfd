import { isObject } from '../../shared/json/values'
import type { Json } from '../runtime'
import type { Guest } from './guests'
import type { Random } from './random'
import type { SoakEvent } from './timeline'
import { writeTime } from './times'

/** A part of a body. */
export interface Fragment {
  [key: string]: Json
}

export const merchant = '90417'

/** Puts parts together; sections that several have, such as `account`, become one. */
export function assemble(...fragments: readonly Fragment[]): Fragment {
  const whole: Fragment = {}
  for (const [key, value] of fragments.flatMap(Object.entries)) {
    const before = whole[key]
    whole[key] = isFragment(before) && isFragment(value) ? { ...before, ...value } : value
  }
  return whole
}

/** Whether a value is an object. */
export function isFragment(value: Json | undefined): value is Fragment {
  return isObject(value)
}

/** Where the card stands. `cardNumber` may be a payment card where money is added, and so is left to the others. */
export function cardOf({ card }: Guest, random: Random): Fragment {
  const shown = random.chance(0.2) ? card.replace(/(\d{4})(?=\d)/g, `$1${random.pick([' ', '-'])}`) : card
  return random.pick<Fragment>([
    { printedCardNumber: shown },
    { printedCardNumber: [shown] },
    { cardInfo: { printedCardNumber: shown, swipeFlag: true } },
    { card: { printedCardNumber: shown } },
    { account: { printedCardNumber: shown } },
    { account: { primaryCard: { printedCardNumber: shown, status: 'ACTIVE' } } },
    { primaryCardNumbers: [shown] },
  ])
}

export function accountOf({ accountId }: Guest, random: Random): Fragment {
  const id = random.chance(0.3) ? String(accountId) : accountId
  return random.pick<Fragment>([
    { accountId: id },
    { accountIds: [id] },
    { account: { accountId: id, tierCode: 2, tierLabel: 'First Mate' } },
    { account: { id, isRegistered: 'true' } },
  ])
}

/** What stands in an account's place where there is none: nothing, or what systems write where they know nobody. */
export function noAccount(random: Random): Fragment {
  return random.pick<Fragment>([
    {},
    { accountId: 0 },
    { userId: null },
    { userId: 'anonymous' },
    { accountIds: [] },
    { account: { accountId: '-1', isRegistered: 'false' } },
  ])
}

/** What the body tells of the guest, in one of the sections that do. */
export function guestOf({ firstName, lastName, email, phone }: Guest, random: Random): Fragment {
  const section = random.pick(['fields', 'guest', 'user', 'customer', 'userFields'])
  const optIn = random.pick<Json>([true, false, 'true', 'N', 1, '0', null])
  return { [section]: { firstName, lastName, email, mobilePhone: phone, optIn, textCampaignOptIn: false } }
}

export function storeOf(random: Random): Fragment {
  const code = `00${random.between(10, 99)}`
  const name = `Harbor Grill ${code}`
  const address = { city: 'Portland', stateProvince: 'ME', postalCode: '04101', country: 'US' }
  return random.pick<Fragment>([
    { store: { code, name, address, latitude: '43.656900', longitude: '-70.251200' } },
    { location: { code, label: name, address: { city: 'Halifax', state: 'NS', zip: 'B3J 1S9', country: 'CAN' } } },
    { storeCode: code, storeName: name },
    { headerInfo: { storeCode: code, senderId: 'POS' } },
    {},
  ])
}

export function merchantOf(random: Random): Fragment {
  return random.pick<Fragment>([{ merchantId: Number(merchant) }, { headerInfo: { merchantId: merchant } }, {}])
}

/** When the event took place, under one of these names or another. */
export function timeOf({ at }: SoakEvent, random: Random, ...names: readonly string[]): Fragment {
  const time = writeTime(at, random)
  const name = random.pick(['datetime', 'timestamp', 'eventTime', 'occurredAt', 'headerInfo', ...names])
  return name === 'headerInfo' ? { headerInfo: { datetime: time } } : { [name]: time }
}
