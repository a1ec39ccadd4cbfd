import nodeCrypto from 'node:crypto'
import { authorize } from '../../../shared/settings/authorize'
import { installSegmentGlobals } from '../../segment-globals'

installSegmentGlobals()

interface Sent {
  readonly headers?: Readonly<Record<string, string>>
  readonly query?: string
}

const secret = 's3cret:with colon'
const basic = (credentials: string) => `Basic ${Buffer.from(credentials, 'utf8').toString('base64')}`

/** A request whose body must not be touched. */
function requestOf({ headers = {}, query = '' }: Sent) {
  const untouchable = (): never => {
    throw new Error('the body was read')
  }
  return {
    headers: new Headers(headers),
    url: new URL(`https://functions.localhost/${query}`),
    json: untouchable,
    text: untouchable,
  }
}

const messageOf = (received: string) =>
  `unauthorized: request: expected the secret as Bearer token, Basic password, X-Paytronix-Secret or query parameter, received ${received}`

test.each<[sentence: string, sent: Sent]>([
  ['a Bearer token', { headers: { Authorization: `Bearer ${secret}` } }],
  ['a Bearer token, its scheme in any case', { headers: { authorization: `bEARER ${secret}` } }],
  ['a Bearer token after several blanks', { headers: { authorization: `Bearer   ${secret}` } }],
  ['the password of Basic', { headers: { authorization: basic(`user:${secret}`) } }],
  ['the password of Basic without a user', { headers: { authorization: basic(`:${secret}`) } }],
  [
    'the password of Basic, its scheme in any case',
    { headers: { authorization: basic(`u:${secret}`).replace('Basic', 'BASIC') } },
  ],
  ['a header of its own', { headers: { 'X-Paytronix-Secret': secret } }],
  ['a header of its own, its name in any case', { headers: { 'x-PAYTRONIX-secret': secret } }],
  ['a query parameter', { query: `?secret=${encodeURIComponent(secret)}` }],
  ['a query parameter with plus signs', { query: '?secret=s3cret:with+colon' }],
  ['one of several query parameters', { query: `?secret=no&event=Check-In&secret=${encodeURIComponent(secret)}` }],
  ['one way, and a wrong one another way', { headers: { authorization: 'Bearer no', 'X-Paytronix-Secret': secret } }],
  [
    'a query parameter beside a wrong Basic',
    { headers: { authorization: basic('a:b') }, query: `?secret=${encodeURIComponent(secret)}` },
  ],
])('the secret may come as %s', (_, sent) => {
  expect(() => authorize(requestOf(sent), [secret])).not.toThrow()
})

test.each<[sentence: string, sent: Sent, received: 'none' | 'another one']>([
  ['nothing', {}, 'none'],
  ['an empty Authorization', { headers: { authorization: '' } }, 'none'],
  ['Bearer alone', { headers: { authorization: 'Bearer' } }, 'none'],
  ['Bearer and a blank', { headers: { authorization: 'Bearer ' } }, 'none'],
  ['Basic alone', { headers: { authorization: 'Basic' } }, 'none'],
  ['Basic without a colon', { headers: { authorization: basic('s3cret') } }, 'none'],
  ['Basic without a password', { headers: { authorization: basic(`${secret.replace(':', '')}:`) } }, 'none'],
  ['Basic of no base64', { headers: { authorization: 'Basic !!!' } }, 'none'],
  ['the secret without a scheme', { headers: { authorization: secret } }, 'none'],
  ['the secret under another scheme', { headers: { authorization: `Token ${secret}` } }, 'none'],
  ['the secret in another header', { headers: { 'X-Secret': secret } }, 'none'],
  ['an empty query parameter', { query: '?secret=' }, 'none'],
  ['a query parameter of another name', { query: `?Secret=${encodeURIComponent(secret)}` }, 'none'],
  ['a wrong Bearer token', { headers: { authorization: 'Bearer no' } }, 'another one'],
  ['the secret as Basic user', { headers: { authorization: basic('s3cret:password') } }, 'another one'],
  ['a wrong header', { headers: { 'X-Paytronix-Secret': 'no' } }, 'another one'],
  ['a wrong query parameter', { query: '?secret=no' }, 'another one'],
  ['the secret in another case', { headers: { authorization: `Bearer ${secret.toUpperCase()}` } }, 'another one'],
  ['the start of the secret', { headers: { authorization: `Bearer ${secret.slice(0, -1)}` } }, 'another one'],
  ['more than the secret', { headers: { authorization: `Bearer ${secret}x` } }, 'another one'],
  ['the secret in quotes', { headers: { authorization: `Bearer "${secret}"` } }, 'another one'],
  [
    'the secret with a scheme in its own header',
    { headers: { 'X-Paytronix-Secret': `Bearer ${secret}` } },
    'another one',
  ],
  ['a secret of 100,000 characters', { headers: { 'X-Paytronix-Secret': 'x'.repeat(100_000) } }, 'another one'],
])('%s is unauthorized', (_, sent, received) => {
  const refusal = { name: 'ValidationError', message: messageOf(received) }
  expect(() => authorize(requestOf(sent), [secret])).toThrow(expect.objectContaining(refusal))
})

test.each<[sentence: string, sent: Sent]>([
  ['without one', {}],
  ['with any', { headers: { authorization: 'Bearer x', 'X-Paytronix-Secret': 'y' }, query: '?secret=z' }],
])('no secret to ask for: every request passes, %s', (_, sent) => {
  expect(() => authorize(requestOf(sent), [])).not.toThrow()
})

test.each<[sentence: string, sent: Sent]>([
  ['the password of Basic, as UTF-8', { headers: { authorization: basic('dana:gehëim🦞') } }],
  ['a query parameter, as UTF-8', { query: `?secret=${encodeURIComponent('gehëim🦞')}` }],
])('a secret beyond ASCII may come as %s', (_, sent) => {
  expect(() => authorize(requestOf(sent), ['gehëim🦞'])).not.toThrow()
  expect(() => authorize(requestOf(sent), ['gehëim'])).toThrow(expect.objectContaining({ name: 'ValidationError' }))
})

test.each<[sentence: string, sent: string, passes: boolean]>([
  ['the first', 'old-secret', true],
  ['the second', 'new-secret', true],
  ['both with a blank between them', 'old-secret new-secret', false],
  ['a part of one', 'new', false],
  ['a third', 'other-secret', false],
])('of two secrets a request may carry either one: %s', (_, sent, passes) => {
  const authorized = () =>
    authorize(requestOf({ headers: { 'x-paytronix-secret': sent } }), ['old-secret', 'new-secret'])
  if (passes) expect(authorized).not.toThrow()
  else
    expect(authorized).toThrow(expect.objectContaining({ name: 'ValidationError', message: messageOf('another one') }))
})

test('the comparison takes the same time: every candidate is compared with every secret, as digests of one length', () => {
  const compare = jest.spyOn(nodeCrypto, 'timingSafeEqual')
  const headers = { authorization: `Bearer ${secret}`, 'X-Paytronix-Secret': 'no' }
  authorize(requestOf({ headers, query: '?secret=a&secret=bc' }), [secret, 'longer than the other secret'])
  const lengths = compare.mock.calls.map(([left, right]) => [left.byteLength, right.byteLength])
  compare.mockRestore()
  expect(lengths).toEqual(Array.from({ length: 8 }, () => [32, 32]))
})
