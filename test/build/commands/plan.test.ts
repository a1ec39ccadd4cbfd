import { events } from '../../../functions/events'
import { configWith, settingsWith, steady, useWorkspace } from '../segment-api/workspace'

const workspace = useWorkspace()
const plan = (environment: object = {}, rest: object = {}) =>
  workspace().command('plan', { config: configWith(environment, rest) })

afterEach(() => expect(workspace().writes()).toEqual([]))

/** Deploys, and forgets what that wrote. */
async function deployed(): Promise<void> {
  await workspace().command('deploy --yes')
  workspace().writes()
}

test('of an empty workspace shows every step', async () => {
  const { code, stdout, stderr } = await workspace().command('plan', { columns: 80 })
  expect({ code, stderr }).toEqual({ code: 2, stderr: '' })
  expect(steady(stdout)).toMatchSnapshot()
})

test('of an empty workspace names the rule of each event, and the one for identify calls', async () => {
  const { stdout } = await plan()
  const rules = [...stdout.matchAll(/^ {6}((?:TRACK|IDENTIFY).*): added$/gm)].map(([, rule]) => rule)
  expect(rules).toEqual([...events.map(({ name }) => `TRACK ${name}`), 'IDENTIFY'])
})

test('of what is deployed says that there is nothing to do', async () => {
  await deployed()
  expect(await plan()).toEqual({
    code: 0,
    stdout: `dev · workspace Acme Dev (acme-dev)

  ! sharedSecret was not compared, because Segment does not show it; --secrets
    sends it

Nothing to do: what Segment shows is as the repository says.
`,
    stderr: '',
  })
})

test('of what changed shows before and after', async () => {
  await deployed()
  const environment = {
    ...settingsWith({ merchantId: '2000', timeZone: 'UTC' }),
    source: { slug: 'paytronix_dev', name: 'New' },
  }
  const { code, stdout } = await plan(environment, { function: { displayName: 'Paytronix', description: 'Points' } })
  expect(code).toBe(2)
  expect(steady(stdout)).toMatchSnapshot()
})

test('of other code shows a diff', async () => {
  await deployed()
  const { stdout } = await plan({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })
  expect(stdout).toContain(`
        -var configuration = {eventAliases: {}}
        +var configuration = {eventAliases: {ACCRUAL: 'Add/Redeem'}}
`)
})

test('shows of a value from the environment only that it differs', async () => {
  await deployed()
  const config = configWith(settingsWith({ merchantId: { env: 'MERCHANT' } }))
  const { stdout } = await workspace().command('plan', { config, env: { MERCHANT: '77123' } })
  expect(stdout).toContain('      merchantId: hidden → hidden, from the environment\n')
  expect(stdout).not.toContain('77123')
})

test('needs no secret, and says when the one to be set is not here', async () => {
  const { code, stdout } = await workspace().command('plan', { env: { PAYTRONIX_SHARED_SECRET: '' } })
  expect(code).toBe(2)
  expect(stdout.replace(/\s+/g, ' ')).toContain(
    'sharedSecret: not set → set from PAYTRONIX_SHARED_SECRET (which is not set here)',
  )
})

test('shows a secret that Segment does not have', async () => {
  const config = configWith({ settings: { merchantId: '1000', userIdFrom: ['accountId'] } })
  await workspace().command('deploy --yes', { config })
  workspace().writes()
  const { code, stdout } = await plan()
  expect(code).toBe(2)
  expect(stdout).toContain('      sharedSecret: not set → set from PAYTRONIX_SHARED_SECRET\n')
  expect(stdout).not.toContain('was not compared')
})

test.each([
  ['plan --secrets', /\n1 step to do; run npm run deploy -- --env dev --secrets\n$/],
  ['plan --redeploy', /\n1 step to do; run npm run deploy -- --env dev --redeploy\n$/],
  ['plan', /\nNothing to do: what Segment shows is as the repository says\.\n$/],
])('%s of what is deployed ends with what to type', async (line, ending) => {
  await deployed()
  expect((await workspace().command(line)).stdout).toMatch(ending)
})

test('a new slug shows the source that it would be created beside', async () => {
  await deployed()
  const { stdout } = await plan({ source: { slug: 'renamed', name: 'Paytronix_Dev' } })
  expect(stdout).toContain('  + source renamed: create\n')
  expect(stdout).toContain('      beside: paytronix_dev\n')
})

test('of a function that was edited shows the edit, and says what to do', async () => {
  await deployed()
  const [found] = workspace().segment.state.functions
  workspace().segment.app.editCode(found?.id ?? '', `${found?.versions.at(-1)?.code}// mine\n`)
  const { code, stdout } = await plan()
  expect(code).toBe(2)
  expect(stdout).toContain('\n        -// mine\n')
  expect(stdout).toMatch(
    / {2}! the function's code was edited in Segment[^!]*--overwrite-code permits it\n[\s\S]*\n2 steps to do; run npm run deploy -- --env dev --overwrite-code\n$/,
  )
})

test('as JSON has the same', async () => {
  await deployed()
  const { code, stdout } = await workspace().command('plan --json', {
    config: configWith(settingsWith({ merchantId: '2' })),
  })
  expect(code).toBe(2)
  expect(JSON.parse(stdout)).toEqual({
    environment: 'dev',
    workspace: 'Acme Dev',
    digest: expect.stringMatching(/^[0-9a-f]{64}$/),
    ownership: 'ours',
    steps: [
      {
        subject: 'source',
        action: 'update',
        target: 'paytronix_dev',
        details: [
          { field: 'merchantId', before: '"1000"', after: '"2"' },
          { field: 'sharedSecret', before: 'set', after: 'set from PAYTRONIX_SHARED_SECRET' },
        ],
      },
    ],
    guards: [
      {
        option: 'yes-change-ids',
        reason: 'merchantId of a deployed source would change, and with it the ids of guests and events',
      },
    ],
    notes: [],
  })
})

test.each<[string, Record<string, string>, RegExp]>([
  ['plan --jsn', {}, /^error: unknown option '--jsn'/],
  ['plan', { SEGMENT_TOKEN: '' }, /^error: SEGMENT_TOKEN is not set/],
  ['plan', { SEGMENT_TOKEN: 'wrong' }, /^error: GET \/: Segment answered 401/],
])('%s with %j fails with 1, for 2 means that there is something to do', async (line, env, message) => {
  const { code, stderr } = await workspace().command(line, { env })
  expect(code).toBe(1)
  expect(stderr).toMatch(message)
})
