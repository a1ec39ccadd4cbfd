import { layOut } from '../../../build/bundle/layout'
import { UserError } from '../../../build/system/errors'

test.each<[code: string, laidOut: string, why: string]>([
  ['let a = {b: 1}; f(a);', 'let a = {b: 1}\nf(a)\n', 'no semicolons, no blanks within braces'],
  ['if (a) { b() }', 'if (a) {\n\tb()\n}\n', 'a tab for each level'],
  ['const f = (a) => a;', 'const f = a => a\n', 'no parentheses that say nothing'],
  ['a = 1\n;[b].c()', 'a = 1\n;[b].c()\n', 'a semicolon where a line would else go on'],
  ['a = `two  blanks,\n  // no comment;`', 'a = `two  blanks,\n  // no comment;`\n', 'a template as it is'],
  ['a = "it\'s \\n"', 'a = "it\'s \\n"\n', 'quotes as they are, where others would need an escape'],
])('%j is laid out as %j: %s', async (code, laidOut) => expect(await layOut(code)).toBe(laidOut))

test('a script of over a megabyte, as a large configuration makes it, is laid out too', async () => {
  const names = JSON.stringify(Array.from({ length: 60_000 }, (_, index) => `a name ${index}`))
  expect((await layOut(`x = ${names}`)).length).toBeGreaterThan(1_000_000)
})

test('what the formatter refuses is an error in one line, and says what to do', async () => {
  const error = await layOut('let').catch((error: unknown) => error)
  expect(error).toBeInstanceOf(UserError)
  expect(error).toMatchObject({ message: expect.stringMatching(/^cannot build: the formatter \(Biome\) .*npm ci.*$/) })
})
