import { readFrom } from '../../../../build/catalog/docs/read-from'
import { property } from '../../../../shared/declare/property'
import { text } from '../../../../shared/normalize/text'
import { guestAddress } from '../../../../shared/properties/guest'
import { sentType } from '../../../../shared/properties/transaction'
import { walletsInfo } from '../../../../shared/properties/wallets'

const base = { name: 'gift_name', normalize: text }

test.each([
  ['its own name', property(base), '`gift_name`'],
  ['other names', property({ ...base, also: ['giftLabel', 'gifts[0]'] }), '`gift_name`, `giftLabel`, `gifts[0]`'],
  [
    'sections, those with the same further names together',
    property({
      ...base,
      sections: [{ at: 'gift', as: ['name'] }, { at: 'order' }, { at: 'order.gift', as: ['name'] }],
    }),
    '`gift_name`; in `gift`, `order.gift` also as `name`; also in `order`',
  ],
  [
    'fewer places',
    property({ ...base, places: ['event', 'transaction'] }),
    '`gift_name` (in the event, `transaction`)',
  ],
  ['wallets, which have no name of their own', walletsInfo, "the event's [wallets](#wallets)"],
  ['the type as sent, which is read like the type', sentType, "the event's type"],
  [
    'a place that is a section, too',
    guestAddress,
    "`addresses[0]`; in `traits` also as `address`; in [the guest's section](#the-guests-section) also as `address` or the section itself",
  ],
])('%s', (_, one, expected) => expect(readFrom(one)).toBe(expected))
