import { createHash } from 'node:crypto'
import { refused, sender } from './run'
import { event } from './settings-event'

const send = sender()
describe('sharedSecret', () => {
  const secret = 'S3cret:with-ünicode&=more='
  const base64 = (text: string) => Buffer.from(text).toString('base64')
  const settings = { sharedSecret: 'plain-S3cret' }
  const bodies: unknown[] = [event, 'not an event', [], { deep: 1 }]

  test.each([
    ['a Bearer token', { authorization: 'Bearer plain-S3cret' }, ''],
    ['a Bearer token in another case', { Authorization: 'bearer plain-S3cret' }, ''],
    ['a Basic password', { Authorization: `Basic ${base64('user:plain-S3cret')}` }, ''],
    ['a Basic password of nobody', { Authorization: `basic ${base64(':plain-S3cret')}` }, ''],
    ['its own header', { 'X-Paytronix-Secret': 'plain-S3cret' }, ''],
    ['its own header in lower case', { 'x-paytronix-secret': 'plain-S3cret' }, ''],
    ['a query parameter', {}, 'secret=plain-S3cret'],
    ['a query parameter among others', {}, 'event=x&secret=plain-S3cret'],
    ['one right place, one wrong', { Authorization: 'Bearer wrong' }, 'secret=plain-S3cret'],
    [
      'one right place, another wrong',
      { Authorization: 'Bearer wrong', 'x-paytronix-secret': 'plain-S3cret' },
      'secret=no',
    ],
  ])('lets pass who carries it as %s', async (_, headers: Record<string, string>, query) => {
    expect(await send(event, { settings, headers, query })).toEqual(await send(event))
  })

  test.each(['old-S3cret', 'plain-S3cret'])('may be two, of which a request carries either: %s', async (token) => {
    const two = { sharedSecret: ' old-S3cret  plain-S3cret ' }
    const headers = { authorization: `Bearer ${token}` }
    expect(await send(event, { settings: two, headers })).toEqual(await send(event))
  })

  test('may hold a colon and other signs', async () => {
    const given = { sharedSecret: secret }
    expect((await send(event, { settings: given, query: `secret=${encodeURIComponent(secret)}` })).status).toBe('ok')
    expect(
      (await send(event, { settings: given, headers: { Authorization: `Basic ${base64(`user:${secret}`)}` } })).status,
    ).toBe('ok')
  })

  test.each([
    ['nothing', {}, ''],
    ['another', { Authorization: 'Bearer plain-s3cret' }, ''],
    ['a part of it', { Authorization: 'Bearer plain-S3cre' }, ''],
    ['more than it', { Authorization: 'Bearer plain-S3crets' }, ''],
    ['an empty one', { Authorization: 'Bearer ', 'x-paytronix-secret': '' }, 'secret='],
    ['it without a scheme', { Authorization: 'plain-S3cret' }, ''],
    ['it in another scheme', { Authorization: 'Digest plain-S3cret' }, ''],
    ['it as the user of Basic', { Authorization: `Basic ${base64('plain-S3cret:')}` }, ''],
    ['it as Basic without a colon', { Authorization: `Basic ${base64('plain-S3cret')}` }, ''],
    ['it not in base64', { Authorization: 'Basic user:plain-S3cret' }, ''],
    ['it in another header', { 'x-secret': 'plain-S3cret', secret: 'plain-S3cret' }, ''],
    ['it in another parameter', {}, 'Secret=plain-S3cret&sharedSecret=plain-S3cret&event=plain-S3cret'],
    ['its hash', { Authorization: `Bearer ${createHash('sha256').update('plain-S3cret').digest('hex')}` }, ''],
  ])(
    'keeps out who carries %s, before anything of the body is read',
    async (_, headers: Record<string, string>, query) => {
      for (const body of bodies) {
        const outcome = await send(body, { settings: { ...settings, keepBodies: 'rejected' }, headers, query })
        expect(outcome).toEqual({ ...refused('ValidationError', /^unauthorized: \S/), warnings: [], errors: [] })
        expect(outcome.error?.message).not.toMatch(/s3cre/i)
      }
    },
  )

  test('in the body is none', async () => {
    const outcome = await send({ ...event, secret: 'plain-S3cret', sharedSecret: 'plain-S3cret' }, { settings })
    expect(outcome).toMatchObject(refused('ValidationError', /^unauthorized: /))
  })

  test('comes before the other settings', async () => {
    const outcome = await send(event, { settings: { ...settings, identify: 'sometimes' } })
    expect(outcome).toMatchObject(refused('ValidationError', /^unauthorized: /))
  })

  test.each([undefined, '', '  '])('of %j lets everybody pass', async (sharedSecret) => {
    const outcome = await send(event, {
      settings: { sharedSecret },
      headers: { Authorization: 'Bearer x' },
      query: 'secret=y',
    })
    expect(outcome).toEqual(await send(event))
  })
})
