import { readFileSync } from 'node:fs'
import { projectPlaces } from '../../../build/cli/command'
import { file, run } from './run'

const original = readFileSync(projectPlaces.config, 'utf8')
const config = () => file('segment.config.json', original)
const inConfig = (path: string) => JSON.parse(readFileSync(path, 'utf8'))

const note = { Notification: { EventType: 'Check-In', Patron: { AccountId: 88310042, Mail: 'ines@example.com' } } }

test('--fix writes what mends a body, shows the difference, and says what is better', async () => {
  const path = config()
  const { code, stdout } = await run(['inspect', '-', '--fix'], { stdin: JSON.stringify(note), config: path })
  expect(code).toBe(0)
  expect(inConfig(path)).toEqual({
    ...JSON.parse(original),
    body: { event: 'Notification.Patron' },
    mappings: { email: { '@path': '$.Notification.Patron.Mail' } },
  })
  expect(stdout).toContain('\n        +    "event": "Notification.Patron"\n')
  expect(stdout.slice(stdout.indexOf('✓ wrote'))).toBe(`✓ wrote segment.config.json
  before  0 of 1 event accepted, with 0 values
  now     1 of 1 event accepted, with 3 values
`)
  const { stdout: next } = await run(['inspect', '-', '--fix'], { stdin: JSON.stringify(note), config: path })
  expect(next).toMatch(/^✓ - {2}ok\n/)
  expect(next).toContain('--fix has nothing to mend; segment.config.json stays as it is.\n')
})

test('--fix does not choose what a void means; --alias does', async () => {
  const path = config()
  const stdin = JSON.stringify({ event: 'Void Add', accountId: 5 })
  const { stdout } = await run(['inspect', '-', '--fix'], { stdin, config: path })
  expect(stdout).toContain("--fix --alias 'Void Add=Add/Redeem'")
  expect(inConfig(path)).toEqual(JSON.parse(original))
  await run(['inspect', '-', '--fix', '--alias', 'Void Add = add/redeem'], { stdin, config: path })
  expect(inConfig(path).eventAliases).toEqual({ 'Void Add': 'Add/Redeem' })
})

test('--fix --json has the changes and what became of the bodies', async () => {
  const { stdout } = await run(['inspect', '-', '--fix', '--json'], { stdin: JSON.stringify(note), config: config() })
  expect(JSON.parse(stdout)).toMatchObject({
    bodies: [{ status: 'rejected' }],
    fixed: {
      changes: [
        { body: { event: 'Notification.Patron' } },
        { mappings: { email: { '@path': '$.Notification.Patron.Mail' } } },
      ],
      bodies: [{ status: 'ok' }],
    },
  })
})

test.each([
  ['--alias without --fix', ['--alias', 'a=Check-In'], '--alias: add --fix, which writes it'],
  [
    'an alias of no type',
    ['--fix', '--alias', 'x'],
    "--alias: expected the type and the event, such as 'Void Add=Add/Redeem'",
  ],
  [
    'an alias of an unknown event',
    ['--fix', '--alias', 'x=y'],
    '--alias: unknown event "y"; expected one of POS Activity, Identify Customer, Web Registration, Referral, Check-In, Recharge Value, Survey Completion, Loyalty Registration, Add/Redeem, Session Concluded',
  ],
])('%s is wrong use, and changes nothing', async (_, argv, message) => {
  const path = config()
  const ran = await run(['inspect', '-', ...argv], { stdin: JSON.stringify(note), config: path })
  expect(ran).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
  expect(readFileSync(path, 'utf8')).toBe(original)
})
