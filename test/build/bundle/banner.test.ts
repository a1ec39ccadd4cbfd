import { isIntact, readBanner, scriptDigest, sign } from '../../../build/bundle/banner'

const about = { name: 'some-source', version: '1.2.3', license: 'MIT' }
const code = 'const a = 1\n'
// printf 'const a = 1\n' | sha256sum
const digest = '594543e4bdf96e6168a1386805e282fd175f61a15de183a73c08c0a982566074'
const signed = sign(code, about)

test('the banner names project, version, licence and digest, and says not to edit', () => {
  expect(signed).toBe(`/**
 * some-source 1.2.3, MIT license.
 * Generated: do not edit here. Change the project's sources, then build and deploy again.
 * SHA-256 of everything below: ${digest}
 */
const a = 1
`)
})

test.each([
  'https://example.com/some-source',
  'git+https://example.com/some-source.git',
  'https://example.com/some-source/',
])('it names the repository where there is one: %s', (repository) => {
  const script = sign(code, { ...about, repository })
  expect(script).toContain(
    '\n * some-source 1.2.3, MIT license.\n * Repository: https://example.com/some-source\n * Generated: ',
  )
  expect(isIntact(script)).toBe(true)
  expect(readBanner(script)).toMatchObject({ version: '1.2.3', repository: 'https://example.com/some-source' })
})

test('the digest of a script is that of its file, whatever its line ends are', () => {
  // printf 'const a = 1\n' | sha256sum
  expect([scriptDigest(code), scriptDigest('const a = 1\r\n')]).toEqual([digest, digest])
})

test('a banner can be read back', () => {
  expect(readBanner(signed)).toEqual({ version: '1.2.3', sha256: digest })
})

test.each([
  ['no banner', code],
  ['an empty script', ''],
  ['a banner that is not at the start', `\n${signed}`],
  ['another banner', `/**\n * other 1.0.0, MIT license.\n */\n${code}`],
])('%s reads as undefined and is not intact', (_, script) => {
  expect(readBanner(script)).toBeUndefined()
  expect(isIntact(script)).toBe(false)
})

test.each([
  ['as signed', signed, true],
  ['empty below the banner', sign('', about), true],
  ['with a changed digit', signed.replace('a = 1', 'a = 2'), false],
  ['with line ends of another system', signed.replaceAll('\n', '\r\n'), true],
  ['without its last line end', signed.trimEnd(), true],
  ['with blank lines at the end', `${signed}\n\n`, true],
  ['with a line added at the end', `${signed}// mine\n`, false],
  ['with another digest', signed.replace(digest, '0'.repeat(64)), false],
])('a script %s is intact: %j', (_, script, expected) => expect(isIntact(script)).toBe(expected))
