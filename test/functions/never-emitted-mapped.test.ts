import { secretNames } from '../secret-names'
import { builtWith, propertiesOf } from './property-run'
import { disguises, readable, secret } from './secrets'

describe('in mapped properties', () => {
  const runMapped = builtWith({
    eventAliases: {},
    mappings: {
      everything: { '@path': '$.loyalty' },
      as_text: { '@json': { mode: 'encode', value: { '@path': '$.loyalty' } } },
      parsed: { '@json': { mode: 'decode', value: { '@path': '$.text' } } },
      flat: { '@flatten': { separator: '-', value: { '@path': '$.loyalty' } } },
      merged: { '@merge': { direction: 'left', objects: [{ '@path': '$.loyalty' }, { a: 1 }] } },
      items: { '@arrayPath': ['$.loyalty.items'] },
      first_name: { '@path': '$.loyalty.secret' },
      named: { tier: { '@path': '$.loyalty.tier' }, pin: 'SECRET', Track_1: { '@literal': 'SECRET' } },
      charge: { '@path': '$.chargeResponse' },
      template: { '@template': 'a{{loyalty.secret}}b' },
    },
  })
  const settings = { identify: 'never' }

  test.each(secretNames)('%s is not seen, and does not come out', async (name) => {
    for (const key of disguises(name)) {
      const inner = { [key]: secret, kept: 1 }
      const loyalty = { ...inner, deep: { deeper: inner }, items: [inner], tier: 'Gold' }
      const event = { eventType: 'Check-In', userId: 'u-1', loyalty, text: JSON.stringify(loyalty), [key]: secret }
      const outcome = await runMapped({ body: JSON.stringify(event), settings })
      expect(outcome).toMatchObject({ status: 'ok', errors: [] })
      const kept = { kept: 1, deep: { deeper: { kept: 1 } }, items: [{ kept: 1 }], tier: 'Gold' }
      const [properties] = propertiesOf(outcome)
      expect(properties).toMatchObject({
        everything: kept,
        parsed: kept,
        merged: { ...kept, a: 1 },
        named: { tier: 'Gold' },
      })
      expect(properties).toMatchObject({ items: [{ kept: 1 }], as_text: expect.stringContaining('"kept":1') })
      expect(properties).not.toHaveProperty('first_name')
      expect(JSON.stringify(outcome)).not.toContain('SECRET')
    }
  })

  test('of chargeResponse only amount, state and date are seen', async () => {
    const chargeResponse = { ...readable, cardNumber: secret, transactionState: 'Failed', transactionDatetime: 'then' }
    const outcome = await runMapped({
      body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', chargeResponse }),
      settings,
    })
    expect(propertiesOf(outcome)[0]?.charge).toEqual({
      amount: '411.11',
      transactionState: 'Failed',
      transactionDatetime: 'then',
    })
  })

  test.each([['__proto__'], ['constructor'], ['prototype']])('%s is not seen, and does not come out', async (key) => {
    const loyalty = `{"${key}": {"${key}": "SECRET", "polluted": "SECRET"}, "kept": 1, "items": [{"${key}": "SECRET"}]}`
    const outcome = await runMapped({
      body: `{"eventType": "Check-In", "userId": "u-1", "loyalty": ${loyalty}, "text": ${JSON.stringify(loyalty)}}`,
      settings,
    })
    expect(propertiesOf(outcome)[0]).toMatchObject({ everything: { kept: 1, items: [{}] }, parsed: { kept: 1 } })
    expect(JSON.stringify(outcome)).not.toMatch(/SECRET|polluted/)
  })
})
