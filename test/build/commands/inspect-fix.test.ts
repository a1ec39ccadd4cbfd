import { readFileSync } from 'node:fs'
import { projectPlaces } from '../../../build/cli/command'
import { events } from '../../../functions/events'
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
  before  0 of 1 event accepted, 1 value found
  now     1 of 1 event accepted, 3 values found
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

test('--fix writes the time zone that the receipt of kept bodies tells, to every environment', async () => {
  const path = config()
  const kept = ['10:00', '11:30', '12:10'].map((time) => ({
    event: 'Paytronix Event Received',
    receivedAt: `2025-07-18T${Number(time.slice(0, 2)) + 5}:${time.slice(3)}:20.000Z`,
    properties: { body: JSON.stringify({ event: 'Check-In', accountId: 5, datetime: `2025-07-18 ${time}:00` }) },
  }))
  const lines = file('kept.ndjson', kept.map((one) => JSON.stringify(one)).join('\n'))
  await run(['inspect', lines, '--fix'], { config: path })
  const { environments } = inConfig(path)
  expect(Object.keys(environments).map((name) => environments[name].settings.timeZone)).toEqual(
    Object.keys(environments).map(() => 'America/Chicago'),
  )
  const { stdout } = await run(['inspect', lines], { config: path })
  expect(stdout).toContain('time       2025-07-18T15:00:00.000Z at datetime')
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
    `--alias: unknown event "y"; expected one of ${events.map(({ name }) => name).join(', ')}`,
  ],
])('%s is wrong use, and changes nothing', async (_, argv, message) => {
  const path = config()
  const ran = await run(['inspect', '-', ...argv], { stdin: JSON.stringify(note), config: path })
  expect(ran).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
  expect(readFileSync(path, 'utf8')).toBe(original)
})
