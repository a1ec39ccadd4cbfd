import { readdirSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../build/bundle/bundle'
import { unconfigured } from '../build/config/config'
import { createRuntime, type Runtime } from '../build/runtime'
import { textOf } from './adversarial-texts'

const long = (repeated: string) => textOf(['', repeated, ''])
const texts = [' ', '1', 'a@', '\u2013', 'us', '+05:', '\ud83e', '-.'].map((repeated) => `2${long(repeated)}!`)

/** What some normalisers are told beside the text. */
const told = [{ timeZone: 'UTC', dateOrder: 'mdy' }, '1', 'none']

describe('a normaliser takes no text that long', () => {
  const directory = path.join(__dirname, '..', 'shared', 'normalize')
  const normalizers = readdirSync(directory).flatMap((file) => Object.entries(require(path.join(directory, file))))

  test.each(normalizers)('%s', (_, normalize) => {
    if (typeof normalize !== 'function') throw new Error('expected a function')
    for (const second of told) {
      // Only counted: the difference of texts that long takes for ever to show.
      const taken = texts.map((text) => normalize(text, second)).filter((one) => one !== undefined && one !== false)
      expect(taken).toHaveLength(0)
    }
  })
})

describe('a request of a megabyte ends long before the limit, as any other', () => {
  let runtime: Runtime
  beforeAll(async () => {
    const { code } = await bundle({ config: unconfigured })
    runtime = createRuntime(code, { rules: { bodyLimit: false, deduplication: false } })
  })
  afterAll(() => runtime.close())

  const guest = { event: 'Check-In', accountId: 5 }
  const body = JSON.stringify(guest)
  const settings = { sharedSecret: 's' }
  const form = { 'content-type': 'application/x-www-form-urlencoded' }

  test.each([
    ['a bearer token', { body, headers: { authorization: `Bearer ${long(' a')}` } }, settings, 'rejected'],
    ['a user and password', { body, headers: { authorization: `Basic ${long('a')} !` } }, settings, 'rejected'],
    ['a secret in its header', { body, headers: { 'x-paytronix-secret': long(' s') } }, settings, 'rejected'],
    ['a secret in the query', { body, url: `/?secret=${long('s')}` }, settings, 'rejected'],
    ['the type of content', { body, headers: { 'content-type': `application/json;${long('\t')}` } }, {}, 'ok'],
    ['a type in the query', { body: '{"accountId":5}', url: `/?event=${long('-a')}` }, {}, 'unsupported'],
    ['text that is no form', { body: `a${long('=')} b` }, {}, 'rejected'],
    ['form fields', { body: `accountId=5&event=Check-In&${long('a=b&')}`, headers: form }, {}, 'ok'],
    ['blanks', { body: `${long(' ')}${body}` }, {}, 'ok'],
    ['a type', { body: JSON.stringify({ event: long('- ') }) }, {}, 'unsupported'],
    ['a key of underscores', { body: JSON.stringify({ ...guest, [long('_')]: 1 }) }, {}, 'ok'],
    ['a key of marks', { body: JSON.stringify({ ...guest, [long('é-')]: 1 }) }, {}, 'ok'],
    ['the code of a wallet', { body: JSON.stringify({ ...guest, wallets: { [long('a_label')]: 1 } }) }, {}, 'ok'],
    ['a time zone', { body }, { timeZone: long('a/') }, 'rejected'],
    ['the new name of an event', { body }, { eventNames: { 'Check-In': long('a') } }, 'rejected'],
    ['what to omit', { body }, { omit: [`wallet${long('balance')}x`] }, 'rejected'],
    ['an event that is kept', { body: JSON.stringify({ event: long('- ') }) }, { keepBodies: 'rejected' }, 'ok'],
  ])('%s', async (_, request, given, status) => {
    expect((await runtime.receive(request, given)).status).toBe(status)
  })

  test('a text under each name', async () => {
    const names = ['firstName', 'email', 'mobilePhone', 'cardNumber', 'timestamp', 'dateOfBirth', 'emailOptIn', 'total']
    const events = names.flatMap((name) =>
      texts.slice(0, 2).map((text) => ({ ...guest, event: 'POS Activity', [name]: text })),
    )
    const { status, calls, logs } = await runtime.receive({ body: JSON.stringify(events) })
    const track = { type: 'track', event: 'POS Activity', properties: { account_id: '5' } }
    expect([status, logs.length]).toEqual(['ok', events.length])
    expect(calls.filter(({ type }) => type === 'track')).toEqual(events.map(() => expect.objectContaining(track)))
  })
})
