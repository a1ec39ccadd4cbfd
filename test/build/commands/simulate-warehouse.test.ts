import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { directory, file, run } from './run'

const body = file('body.json', { event: 'Check-In', accountId: 5, storeCode: '007' })
const bad = file('bad.json', { event: 'Check-In' })
const script = path.join(directory, 'out.sql')

test('--warehouse prints the tables in the place of the calls', async () => {
  const { code, stdout, stderr } = await run(['simulate', body, bad, '--warehouse'])
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(stdout).toMatch(
    /^✓ \S+body\.json {2}ok\n\n✗ \S+bad\.json {2}rejected\n {2}InvalidEventPayload: .*\n(?: .*\n)*\n2 requests: .*\n\ntracks {2}/,
  )
  expect(stdout).toContain('\n\ncheck_in  ')
  expect(stdout).toMatch(/\n {4}store_code +varchar +007\n/)
  expect(stdout).not.toContain('  track\n')
})

test('--warehouse out.sql writes them for PostgreSQL', async () => {
  const { code, stdout, stderr } = await run(['simulate', body, '--warehouse', script])
  expect({ code, stderr }).toEqual({ code: 0, stderr: `${script}: 4 tables, 4 rows for PostgreSQL\n` })
  expect(stdout).not.toContain('CREATE TABLE')
  const written = readFileSync(script, 'utf8')
  expect(written.match(/^CREATE TABLE .*$/gm)).toEqual([
    'CREATE TABLE "tracks" (',
    'CREATE TABLE "identifies" (',
    'CREATE TABLE "users" (',
    'CREATE TABLE "check_in" (',
  ])
  await run(['simulate', body, `--warehouse=${script}`])
  expect(readFileSync(script, 'utf8')).toBe(written)
})

test('with a file, --json prints the same as without it', async () => {
  const plain = await run(['simulate', body, '--json'])
  const { stdout } = await run(['simulate', body, '--json', '--warehouse', script])
  const results = (text: string) => JSON.parse(text).map((one: object) => ({ ...one, ms: 0 }))
  expect(results(stdout)).toEqual(results(plain.stdout))
})

test('two events that share a table are warned of', async () => {
  const argv = ['simulate', body, file('other.json', { event: 'Referral', accountId: 5 })]
  const renamed = ['--setting', 'eventNames.Referral=check in']
  const warning = 'warning: check_in: "Check-In" and "check in" share the table check_in'
  const shown = await run([...argv, ...renamed, '--warehouse'])
  expect(shown.stdout.split('\n').at(-2)).toBe(warning)
  const { stderr } = await run([...argv, ...renamed, '--warehouse', script])
  expect(stderr.split('\n').slice(1)).toEqual([warning, ''])
})

test('a file that cannot be written is a failure', async () => {
  const { code, stderr } = await run(['simulate', body, '--warehouse', path.join(directory, 'none', 'out.sql')])
  expect(code).toBe(1)
  expect(stderr).toMatch(
    /^error: cannot write \S+out\.sql: the directory does not exist; create it or name another file\n$/,
  )
})

test('more columns than PostgreSQL takes are a failure, and nothing is written', async () => {
  const wallets = Object.fromEntries(Array.from({ length: 900 }, (_, code) => [code, code]))
  const many = file('many.json', { event: 'Check-In', accountId: 5, wallets_info: wallets })
  const script = path.join(directory, 'many.sql')
  const { code, stderr } = await run(['simulate', many, '--warehouse', script])
  expect(code).toBe(1)
  expect(stderr).toBe(
    'error: the table check_in has 1,810 columns, but PostgreSQL allows 1,600; run fewer bodies, or set omit\n',
  )
  expect(existsSync(script)).toBe(false)
})
