import { createHash } from 'node:crypto'
import { sha256, uuidOf } from '../../../shared/json/hash'
import { installSegmentGlobals } from '../../segment-globals'

installSegmentGlobals()

test.each<[text: string, expected: string]>([
  ['', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'],
  ['abc', 'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'],
  [
    'abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq',
    '248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1',
  ],
])('sha256(%p) is %s, as FIPS 180 has it', (text, expected) => expect(sha256(text)).toBe(expected))

const texts = ['', 'abc', '90417\0card\x000057310000248613', 'Dana', 'naïve', '🦞', '\0', '\ud800', 'a'.repeat(100_000)]

test('the hash is of the UTF-8 bytes', () => {
  const expected = texts.map((text) => createHash('sha256').update(Buffer.from(text, 'utf8')).digest('hex'))
  expect(texts.map(sha256)).toEqual(expected)
})

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

test('a UUID has the digits it is made of, save those that mark version 4 (RFC 9562)', () => {
  const bytes = Buffer.from(sha256('card'), 'hex').subarray(0, 16)
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6)
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8)
  const expected = bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  expect(uuidOf(sha256('card'))).toBe(expected)
  expect(expected).toBe('8367cd66-fdd1-46bb-a8ba-23f8805bb050')
})

test.each([...'0123456789abcdef'])('digits of %s alone make a UUID of version 4', (digit) => {
  expect(uuidOf(digit.repeat(32))).toMatch(uuid)
})

test('a thousand texts give a thousand UUIDs', () => {
  const uuids = Array.from({ length: 1000 }, (_, index) => uuidOf(sha256(`${index}`)))
  expect(uuids.filter((one) => !uuid.test(one))).toEqual([])
  expect(new Set(uuids).size).toBe(1000)
})
