import { events } from '../../functions/events'
import { builtWith, callsOf, propertiesOf, type Run, track } from './property-run'

const path = (where: string) => ({ '@path': `$.${where}` })
const plain = { eventAliases: {} }

describe('a mapping of a custom property', () => {
  const run = builtWith({
    ...plain,
    mappings: {
      club: path('loyalty.club'),
      visits: path('loyalty.visits'),
      items: path('loyalty.items'),
      fixed: 'v2',
      Both: { '@template': '{{a}}-{{loyalty.visits}}' },
      nested: { club: path('loyalty.club'), deep: { visits: path('loyalty.visits') } },
      friend_mail: path('friend.email'),
      referral_mail: path('referral.email'),
      referred_mail: path('referredEmail'),
      referral_note: path('referral.code'),
    },
  })

  test('passes as it is', async () => {
    const loyalty = { club: ' Gold ', visits: 7, items: [1, { a: null }] }
    expect(await track(run, { loyalty, a: 'x' })).toEqual({
      properties: {
        club: ' Gold ',
        visits: 7,
        items: [1, { a: null }],
        fixed: 'v2',
        Both: 'x-7',
        nested: { club: ' Gold ', deep: { visits: 7 } },
      },
      warnings: [],
    })
  })

  test('is absent where it finds nothing', async () => {
    const { properties, warnings } = await track(run, { loyalty: { club: null, visits: ' ' } })
    expect(Object.keys(properties ?? {}).filter((name) => ['club', 'visits', 'items'].includes(name))).toEqual([])
    expect(warnings).toEqual([])
  })

  test('is on every event, and on unknown ones', async () => {
    for (const eventType of [...events.map(({ name }) => name), 'No Such Event']) {
      const { properties } = await track(run, { eventType, loyalty: { club: 'Gold' } }, { unknownEvents: 'track' })
      expect(properties).toMatchObject({ club: 'Gold', fixed: 'v2' })
    }
  })

  test('is no trait', async () => {
    const outcome = await run({
      body: JSON.stringify({ eventType: 'Check-In', userId: 'u-1', loyalty: { club: 'Gold' } }),
    })
    expect(callsOf(outcome).map(({ type }) => type)).toEqual(['track'])
  })

  test('of text over 8,192 bytes is left out with a warning', async () => {
    const { properties, warnings } = await track(run, { loyalty: { club: 'é'.repeat(4097), items: 'é'.repeat(4096) } })
    expect(properties).not.toHaveProperty('club')
    expect(properties).toMatchObject({ items: 'é'.repeat(4096) })
    expect(warnings).toEqual([
      expect.stringMatching(/^event\[0\]\.club: expected .+, received a string of over 8,192 bytes; left out$/),
    ])
  })

  test.each([['club'], ['Club'], ['CLUB']])('is left out by the setting omit as %s', async (name) => {
    const { properties } = await track(run, { loyalty: { club: 'Gold', visits: 7 } }, { omit: [name] })
    expect(properties).not.toHaveProperty('club')
    expect(properties).toMatchObject({ visits: 7 })
  })

  test('sees what the envelope of several events says, the event’s own first', async () => {
    const event = { eventType: 'Check-In', userId: 'u-1' }
    const body = { loyalty: { club: 'Gold' }, events: [event, { ...event, loyalty: { club: 'Silver' } }] }
    const outcome = await run({ body: JSON.stringify(body), settings: { identify: 'never' } })
    expect(propertiesOf(outcome).map(({ club }) => club)).toEqual(['Gold', 'Silver'])
  })

  test('does not see the friend who was referred', async () => {
    const friend = { email: 'SECRET@example.com', firstName: 'SECRET', phone: 'SECRET' }
    const outcome = await run({
      body: JSON.stringify({
        eventType: 'Referral',
        userId: 'u-1',
        friend,
        referral: { ...friend, code: 'r-1', friend },
        referredEmail: 'SECRET',
        loyalty: { items: [{ friend, referral: friend, referredName: 'SECRET', refereePhone: 'SECRET', kept: 1 }] },
      }),
    })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [] })
    expect(propertiesOf(outcome)[0]).toMatchObject({ referral_note: 'r-1', items: [{ kept: 1 }] })
    expect(JSON.stringify(outcome)).not.toContain('SECRET')
  })

  test('does not change the body’s message ids', async () => {
    const event = { eventType: 'Check-In', userId: 'u-1', loyalty: { club: 'Gold', items: [{ pin: 1 }] } }
    const unmapped: Run = plainRun
    const [mapped] = callsOf(await run({ body: JSON.stringify(event) }))
    const [bare] = callsOf(await unmapped({ body: JSON.stringify(event) }))
    expect(mapped?.messageId).toBe(bare?.messageId)
  })
  const plainRun = builtWith({ ...plain, mappings: {} })
})
