import { clean, cleanId } from '../../../shared/json/text'
import { isWindows } from '../../windows'
import { directory, file, run } from './run'

/** What makes a terminal clear its screen, change its title, go back, hide, or show text in another order. */
const hostile = '\u001b]0;owned\u0007\u001b[2J\u009b8m\u202egpj.exe\u2066\u200b\u2028\u0008\u007f\r\u{e0041}'
/** Windows has no files whose names hold the first thirty-two of them. */
const hostileName = isWindows ? [...hostile].filter((one) => one >= ' ').join('') : hostile
const colors = ['0', '1', '2', '22', '31', '32', '33', '36', '39'].map((code) => `\u001b[${code}m`)

/** The characters of an output that a terminal would obey or hide; line ends and the colours of our own are no such. */
function dangerous(output: string): string[] {
  const uncoloured = colors.reduce((rest, color) => rest.replaceAll(color, ''), output)
  return uncoloured.replaceAll('\r\u001b[K', '').match(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu) ?? []
}

const wallets = [
  { walletCode: hostile, label: hostile, balance: 5 },
  { label: hostile, [hostile]: hostile },
]
const guest = { accountId: hostile, firstName: hostile, email: `a${hostile}@b`, [hostile]: { [hostile]: [hostile] } }
const bodies = {
  'hostile values and keys': { event: 'Check-In', ...guest, wallets, store: { name: hostile } },
  'an unreadable time': { event: 'Check-In', accountId: 5, timestamp: hostile, phone: hostile },
  'an unknown type': { event: hostile, accountId: 5 },
  'an answer to a survey': {
    event: 'Survey Completion',
    accountId: 5,
    survey: { code: hostile, answers: [{ question: hostile, answer: hostile }, hostile] },
  },
  'several events': {
    [hostile]: hostile,
    events: [{ event: 'Check-In', accountId: 5, note: hostile }, hostile, { event: hostile }, { event: 'Check-In' }],
  },
  'no JSON': `{${hostile}`,
}
const files = Object.entries(bodies).map(([name, body]) => file(`${name} ${hostileName}.json`, body))
const tracked = ['--setting', 'unknownEvents=track', '--setting', 'keepBodies=rejected']

test.each([
  ['simulate', []],
  ['simulate', tracked],
  ['simulate', [...tracked, '--warehouse']],
  ['simulate', [...tracked, '--json']],
  ['inspect', []],
  ['inspect', tracked],
  ['inspect', ['--json']],
])('hostile bodies, in files of hostile names, are harmless in what %s %j prints', async (command, options) => {
  const { stdout, stderr } = await run([command, ...files, ...options], { isTTY: true })
  for (const name of Object.keys(bodies)) expect(stdout).toContain(name)
  expect([...dangerous(stdout), ...dangerous(stderr)]).toEqual([])
})

test('a hostile sample is harmless in what start prints', async () => {
  file(`samples/check-in/${hostileName}.json`, bodies['hostile values and keys'])
  const { code, stdout, stderr } = await run(['start'], { isTTY: true })
  expect(code).toBe(0)
  expect(stdout).toContain('\\u{202e}')
  expect([...dangerous(stdout), ...dangerous(stderr)]).toEqual([])
})

test.each([
  [['simulate', `${directory}/${hostile}`]],
  [['inspect', `${directory}/${hostile}`]],
  [['simulate', '--set', hostile]],
  [['simulate', '--setting', `${hostile}=1`]],
  [['simulate', '--event', hostile]],
  [['simulate', '--warehouse', hostile]],
  [['inspect', `--${hostile}`]],
  [[hostile]],
])('a hostile argument is harmless in the complaint about it: %#', async (argv) => {
  const { code, stdout, stderr } = await run(argv, { isTTY: true })
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
  expect(dangerous(stderr)).toEqual([])
})

test('in JSON nothing is lost of what the function sends: it is the same text, escaped', async () => {
  const { stdout } = await run(['simulate', '--json', '-'], { stdin: JSON.stringify({ event: 'Check-In', ...guest }) })
  const [{ calls }] = JSON.parse(stdout)
  expect(calls[1].userId).toBe(cleanId(hostile))
  expect(calls[1].properties.first_name).toBe(clean(hostile))
})

test('a mapping that inspect suggests for a hostile key can be copied', async () => {
  const key = 'dish\u202e\u009b'
  const { stdout } = await run(['inspect', '-'], {
    stdin: JSON.stringify({ event: 'Check-In', accountId: 5, [key]: 'x' }),
  })
  const [, mappings = ''] = stdout.split('"mappings": ')
  expect(JSON.parse(mappings)).toEqual({ dish: { '@path': `$.["${key}"]` } })
})
