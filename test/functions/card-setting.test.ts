import { createHash } from 'node:crypto'
import type { Members } from './property-run'
import { sender, tracksOf, wholeCalls } from './run'
import { card, event } from './settings-event'

const send = sender()
describe('cardNumber', () => {
  const hash = (merchant: string) => createHash('sha256').update(`${merchant}\0${card}`).digest('hex')
  const shown: [string, string | undefined][] = [
    ['plain', card],
    ['last4', '…0417'],
    ['hash', hash('90417')],
    ['omit', undefined],
  ]
  test.each(shown)('%s governs properties and traits alike', async (cardNumber, expected) => {
    const numbers = ['6035 7100 0000 0417', Number(card), [card], ` ${card.slice(0, 4)}-${card.slice(4)}`]
    for (const printedCardNumber of numbers) {
      const outcome = await send({ ...event, merchantId: 90417, printedCardNumber }, { settings: { cardNumber } })
      expect(wholeCalls(outcome).map(({ properties, traits }) => (properties ?? traits)?.printed_card_number)).toEqual([
        expected,
        expected,
      ])
      if (cardNumber !== 'plain') expect(JSON.stringify(outcome)).not.toContain(card)
    }
  })

  test.each(shown)('%s leaves every other part of the calls as it is', async (cardNumber, expected) => {
    const { merchantId, ...tail } = { ...event, merchantId: '90417' }
    const plain = await send({ ...tail, merchantId })
    const outcome = await send({ ...tail, merchantId }, { settings: { cardNumber } })
    const replaced = JSON.stringify(plain).replaceAll(
      `,"printed_card_number":"${card}"`,
      expected === undefined ? '' : `,"printed_card_number":"${expected}"`,
    )
    expect(outcome).toEqual(JSON.parse(replaced))
  })

  test('hash differs by merchant, that of the event before that of the setting', async () => {
    const shownOf = async (members: Members, merchantId?: string) => {
      const outcome = await send(
        { ...event, ...members },
        { settings: { cardNumber: 'hash', ...(merchantId !== undefined && { merchantId }) } },
      )
      return tracksOf(outcome)[0]?.properties?.printed_card_number
    }
    expect(await shownOf({})).toBe(hash(''))
    expect(await shownOf({ merchantId: '1' })).toBe(hash('1'))
    expect(await shownOf({}, '2')).toBe(hash('2'))
    expect(await shownOf({ merchantId: '1' }, '2')).toBe(hash('1'))
  })

  test.each(['last4', 'hash', 'omit'])(
    '%s shows the card nowhere, in no name under which it comes',
    async (cardNumber) => {
      const numbers = {
        cardNumber: card,
        card_number: card,
        primaryCardNumbers: [card, card],
        printed_card_number: card,
      }
      const everywhere = {
        ...numbers,
        card: numbers,
        cardInfo: numbers,
        account: { ...numbers, primaryCard: numbers },
        data: numbers,
      }
      const outcome = await send(
        { type: 'Check-In', ...everywhere, guest: numbers, properties: numbers },
        { settings: { cardNumber } },
      )
      expect(outcome.status).toBe('ok')
      expect(JSON.stringify(outcome)).not.toContain(card)
    },
  )
})
