import type { Outcome } from '../outcome'
import { messageIds, sender, tracksOf } from './run'

const send = sender()
describe('a rejected event that is kept', () => {
  const settings = { keepBodies: 'rejected' }
  const rejected = async (body: unknown): Promise<Outcome> => send(body, { settings })
  const lost = { type: 'No Such Event', cardNumber: '0417', n: 1 }

  test.each([{ attempt: 2 }, { sentAt: 'x' }, { retry_count: 5 }, { pin: '1234' }])(
    'has the same id when sent again with %j',
    async (delivery) => {
      expect(messageIds(await rejected({ ...lost, ...delivery }))).toEqual(messageIds(await rejected(lost)))
    },
  )

  test('has the same id alone and in a list', async () => {
    const [alone] = messageIds(await rejected(lost))
    expect(messageIds(await rejected([{ ...lost, n: 2 }, lost]))[1]).toBe(alone)
  })

  test.each([
    { n: 2 },
    { type: 'No Other Event' },
    { merchantId: '2' },
    { cardNumber: '0418' },
    { friend: { name: 'Kim' } },
  ])('has another id with %j', async (change) => {
    expect(messageIds(await rejected({ ...lost, ...change }))).not.toEqual(messageIds(await rejected(lost)))
  })

  test('has another id when only what its envelope tells of it differs, so that neither is lost', async () => {
    const nobody = { type: 'Check-In' }
    const at = (timestamp: string) => ({ timestamp, events: [nobody] })
    const [one] = messageIds(await rejected(at('2025-07-18T01:00:00Z')))
    const [other] = messageIds(await rejected(at('2025-07-18T02:00:00Z')))
    expect(other).not.toBe(one)
  })

  test('has another id when only the URL tells its type, and tells another', async () => {
    const { type: _, ...untyped } = lost
    const at = async (query: string) => messageIds(await send(untyped, { settings, query }))
    expect(await at('event=No+Such+Event')).not.toEqual(await at('event=No+Other+Event'))
  })

  test('has another id than the event has once it is good', async () => {
    const [kept] = messageIds(await rejected({ ...lost, userId: 'U-1' }))
    const good = await send({ ...lost, userId: 'U-1' }, { settings: { unknownEvents: 'track' } })
    expect(tracksOf(good).map(({ messageId }) => messageId)).not.toContain(kept)
  })
})
