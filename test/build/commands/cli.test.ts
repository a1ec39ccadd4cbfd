import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { Readable } from 'node:stream'
import { commands, loadEnvironment } from '../../../build/cli'
import { UserError } from '../../../build/system/errors'
import { projectRoot } from '../../../build/system/project'
import { events } from '../../../functions/events'
import { directory, file, run } from './run'

const names = commands.map(({ name }) => name)
const body = file('body.json', { event: 'Check-In', accountId: 5 })
const notJson = file('not.json', 'nothing')
const list = file('list.json', '[]')
const broken = file('broken.json', '{"a":')
const deep = file('deep.json', '['.repeat(200_000) + ']'.repeat(200_000))
const empty = file('empty.ndjson', '\r\n \n')
const leaks = [
  '{"sharedSecret" "hunter2"}',
  '{"sharedSecret": hunter2}',
  '{"sharedSecret": "a" hunter2}',
  'hunter2',
].map((text, index) => file(`leak-${index}.json`, text))

describe('wrong use is reported in one line and ends with 2', () => {
  test.each([
    [[], `name a command: ${names.join(', ')}`],
    [['simulat'], `unknown command 'simulat' (Did you mean simulate?); the commands are ${names.join(', ')}`],
    [['--jsn'], `unknown option '--jsn'; the commands are ${names.join(', ')}`],
    [['simulate', '--jsn'], "unknown option '--jsn' (Did you mean --json?); see npm run simulate -- --help"],
    [['simulate', '--sharedSecret=hunter2'], "unknown option '--sharedSecret'; see npm run simulate -- --help"],
    [['simulate', "--x=hunter'2\nhunter"], "unknown option '--x'; see npm run simulate -- --help"],
    [['simulate', '--json=hunter2'], "unknown option '--json'; see npm run simulate -- --help"],
    [['simulate', '--set'], "option '--set <path=value>' argument missing; see npm run simulate -- --help"],
    [['start', 'extra'], "too many arguments for 'start'. Expected 0 arguments but got 1; see npm run start -- --help"],
    [['simulate', 'none.json'], 'cannot read none.json: the file does not exist'],
    [['simulate', directory], `cannot read ${directory}: it is a directory; name the files in it`],
    [['simulate', empty, empty], `found no body in ${empty}, ${empty}; name a file that holds one`],
    [['simulate', '--event', 'a', '--event', 'b'], '--event: give it once; see npm run simulate -- --help'],
    [
      ['simulate', body, '--settings', 'a', '--settings', 'b'],
      '--settings: give it once; see npm run simulate -- --help',
    ],
    ...leaks.map((leak): [string[], RegExp] => [
      ['simulate', body, '--settings', leak],
      /leak-\d\.json:1:\d+: is not valid JSON/,
    ]),
    [['simulate', '-', '-'], 'stdin can be read only once; give - once'],
    [['simulate', body, '--event', 'check-in'], '--event selects samples; remove it to run files'],
    [
      ['simulate', '--event', 'no such'],
      `--event: unknown event "no such"; expected one of ${events.map(({ name }) => name).join(', ')}`,
    ],
    [['simulate', body, '--set', 'a'], '--set: expected path=value, such as account.accountId=42'],
    [['simulate', body, '--set', 'a..b=1'], /^--set: "a\.\.b" is not a path; expected one such as/],
    [['simulate', body, '--remove', 'a[x]'], /^--remove: "a\[x\]" is not a path; expected one such as/],
    [['simulate', body, '--set', 'event.x=1'], `${body}: --set event.x: cannot set "x": its parent is not an object`],
    [['simulate', list, '--set', '2.a=1'], `${list}: --set 2.a: "2" is not an index of a list of 0`],
    [['simulate', notJson, '--set', 'a=1'], /not\.json: is not JSON, so --set and --remove cannot edit it/],
    [['simulate', deep, '--remove', 'a'], `${deep}: is nested too deeply to edit; run it without --set and --remove`],
    [
      ['simulate', body, '--setting', 'nope=1'],
      /^--setting: unknown setting "nope"; expected one of sharedSecret, .*, omit$/,
    ],
    [['simulate', body, '--setting', 'hunter2'], '--setting: expected name=value, such as timeZone=America/Chicago'],
    [
      ['simulate', body, '--setting', 'merchantId.a=1'],
      '--setting: merchantId takes one value; write merchantId=value',
    ],
    [['simulate', body, '--setting', 'eventNames=hunter2'], /^--setting: expected eventNames\.<old>=<new>/],
    [['simulate', body, '--settings', 'none.json'], 'cannot read none.json: the file does not exist'],
    [['simulate', body, '--settings', list], `--settings: expected a JSON object of settings in ${list}`],
    [['simulate', body, '--settings', body], /^--settings: unknown setting "event"; expected one of/],
    [['simulate', body, '--settings', broken], /^--settings: .*broken\.json:1:6: is not valid JSON/],
    [['simulate', body, '--header', 'hunter2'], /^--header: expected 'Name: value'/],
    [['simulate', body, '--header', 'a b: hunter2'], /^--header: expected 'Name: value'/],
    [
      ['simulate', '--warehouse', body],
      /^--warehouse: expected a \.sql file, not \S+body\.json; name bodies before the option/,
    ],
    [['simulate', body, '--warehouse', '--json'], /^--warehouse prints tables for people; with --json, name a file/],
    [['simulate', body, '--query', 'hunter2'], /^--query: expected name=value/],
  ])('%j', async (argv, message) => {
    const { code, stdout, stderr } = await run(argv)
    const [line = '', ...others] = stderr.split('\n')
    expect(line.replace(/^error: /, '')).toEqual(typeof message === 'string' ? message : expect.stringMatching(message))
    const document = { error: { message: line.replace(/^error: /, '') }, done: [] }
    expect({ code, others }).toEqual({ code: 2, others: [''] })
    expect(stdout).toBe(argv.includes('--json') ? `${JSON.stringify(document, null, 2)}\n` : '')
    expect(stderr).not.toContain('hunter')
  })
})

test('a bug shows its stack and ends with 1', async () => {
  const stdin = new Readable({ read: () => stdin.destroy(new RangeError('a bug')) })
  const { code, stdout, stderr } = await run(['simulate', '-'], { stdin })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^error: RangeError: a bug\n {4}at /)
})

describe('help', () => {
  test.each(names)('of %s has usage and an example', async (name) => {
    const { code, stdout, stderr } = await run([name, '--help'])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(new RegExp(`^Usage: npm run ${name} -- \\[options\\]`))
    expect(stdout).toMatch(/\nExamples?:\n {2}npm (run|start)/)
    if (name !== 'dev') expect(stdout).toContain('--json')
  })

  test('fits the terminal', async () => {
    const { stdout } = await run(['simulate', '-h'], { columns: 80 })
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  test('is wrapped in a narrow terminal too', async () => {
    const { stdout } = await run(['simulate', '-h'], { columns: 40 })
    const indent = ' '.repeat(26)
    expect(stdout).toContain(
      `\n  --urlencoded            send the body\n${indent}as form data,\n${indent}in the field\n${indent}payload\n`,
    )
  })

  test('without a command lists them', async () => {
    const { code, stdout } = await run(['--help'])
    expect(code).toBe(0)
    expect(stdout.split('Commands:\n')[1]?.match(/(?<=^ {2})\w+/gm)).toEqual(names)
  })
})

describe('colours', () => {
  const isColoured = async (world: Parameters<typeof run>[1]) =>
    (await run(['simulate', 'none.json'], world)).stderr.includes('\u001b[31m')

  test.each([
    [{ isTTY: true }, true],
    [{ isTTY: true, env: { NO_COLOR: '1' } }, false],
    [{ isTTY: true, env: { NO_COLOR: '' } }, true],
    [{ isTTY: true, env: { TERM: 'dumb' } }, false],
    [{ isTTY: false }, false],
    [{ isTTY: false, env: { CI: 'true', FORCE_COLOR: '1' } }, false],
  ])('%j: %j', async (world, expected) => expect(await isColoured(world)).toBe(expected))
})

describe('a file of variables', () => {
  test('that is not there is none', () => expect(() => loadEnvironment(path.join(directory, 'none.env'))).not.toThrow())

  test('that cannot be read is reported in one line', () => {
    expect(() => loadEnvironment(directory)).toThrow(
      new UserError(
        `cannot read ${directory}; it must be a readable file with lines of NAME=value; correct it or remove it`,
      ),
    )
  })
})

describe('as a program', () => {
  const tsx = path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs')

  test('its exit code is that of the command', () => {
    const argv = [tsx, 'build/cli.ts', 'simulate', 'none.json']
    const { status, stderr } = spawnSync(process.execPath, argv, { cwd: projectRoot, encoding: 'utf8' })
    expect({ status, stderr }).toEqual({ status: 2, stderr: 'error: cannot read none.json: the file does not exist\n' })
  })
})
