import { scriptDigest } from '../../../build/bundle/banner'
import { settingsWith } from '../segment-api/workspace'
import { file } from './run'
import { useDeployment } from './use-deployment'

const { workspace, codes, calls, deployed } = useDeployment()
const digest = () => scriptDigest(codes()?.at(-1) ?? '')

/** `dev` and `prod` of one workspace, whose code is the same. */
function both(rest: object = {}): string {
  const environment = (name: string) => ({
    ...{ region: 'us', function: `Paytronix (${name})`, source: { slug: `paytronix_${name}`, name: 'Paytronix_Dev' } },
    ...settingsWith({}),
  })
  const environments = { dev: environment('dev'), prod: environment('prod') }
  return file('both.json', { function: { displayName: 'P', description: 'Loyalty' }, environments, ...rest })
}

const promote = (line: string, rest?: object) =>
  workspace().command(`deploy --env prod --yes ${line}`, { config: both(rest), isEnvNamed: true })

test.each([64, 12])('--digest with %j digits deploys the bytes that it names', async (length) => {
  await deployed()
  expect((await promote(`--digest ${digest().slice(0, length).toUpperCase()}`)).code).toBe(0)
  const { functions, sources } = workspace().segment.state
  expect(functions.map(({ versions }) => scriptDigest(versions.at(-1)?.code ?? ''))).toEqual([digest(), digest()])
  expect(sources).toHaveLength(2)
})

test.each([
  ['--digest 0123456789ab', 1, /^error: this checkout builds [0-9a-f]{64}, not 0123456789ab; check out the commit/],
  ['--digest 0123', 2, /^error: --digest: expected the SHA-256 of the built script/],
  ['--same-as nowhere', 2, /^error: --env: unknown environment "nowhere"/],
])('%s deploys nothing', async (line, expected, message) => {
  await deployed()
  const { code, stderr } = await promote(line)
  expect({ code, calls: calls() }).toEqual({ code: expected, calls: [] })
  expect(stderr).toMatch(message)
})

test('--same-as deploys what the other environment runs', async () => {
  await deployed()
  expect((await promote('--same-as dev')).code).toBe(0)
  expect(workspace().segment.state.functions).toHaveLength(2)
})

test('--same-as stops when this checkout builds something else', async () => {
  await deployed()
  const { code, stderr } = await promote('--same-as dev', { eventAliases: { ACCRUAL: 'Add/Redeem' } })
  expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
  expect(stderr).toMatch(/^error: this checkout builds [0-9a-f]{64}, but dev runs [0-9a-f]{64}; check out the commit/)
})

test('--same-as compares with what runs, not with what is saved', async () => {
  await deployed()
  const [found] = workspace().segment.state.functions
  workspace().segment.app.editCode(found?.id ?? '', '// saved, not deployed')
  expect((await promote('--same-as dev')).code).toBe(0)
})

test.each([
  ['was never deployed', () => undefined],
  [
    'runs what Segment does not show',
    async () => {
      await deployed()
      workspace().segment.app.setAvailability({ versions: 'absent' })
      const [found] = workspace().segment.state.functions
      workspace().segment.app.editCode(found?.id ?? '', '// saved, not deployed')
    },
  ],
])('--same-as stops when the other environment %s', async (_, prepare) => {
  await prepare()
  const { code, stderr } = await promote('--same-as dev')
  expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
  expect(stderr).toMatch(/^error: Segment does not show what dev runs; name the digest instead/)
})
