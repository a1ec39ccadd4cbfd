import { configWith, useWorkspace } from '../segment-api/workspace'
import { file } from './run'

const workspace = useWorkspace()
const body = file('bodies.ndjson', '{"eventName":"Check-In","accountId":"5","checkinTime":"2031-01-01T00:00:00Z"}\n')
const webhook = { SEGMENT_WEBHOOK_URL: 'https://fn.example/?b=x' }

const commands = [
  'plan',
  'deploy --yes',
  'status',
  'rollback',
  'pull',
  'smoke',
  'destroy --yes',
  `backfill ${body} --yes`,
]

test.each(commands)('%s refuses the token of another workspace before anything else', async (line) => {
  const config = configWith({ workspace: 'acme-prod' })
  const { code, stdout, stderr } = await workspace().command(line, { config, env: webhook })
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain(
    'SEGMENT_TOKEN is a token of the workspace Acme Dev (acme-dev), but dev is in the workspace "acme-prod"; use a token',
  )
  expect(workspace().segment.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /'])
})

test('deploy --same-as refuses another workspace of the other environment', async () => {
  const other = { workspace: 'acme-prod', region: 'us', function: 'F', source: { slug: 'f', name: 'F' } }
  const dev = { region: 'us', workspace: 'acme-dev', source: { slug: 'dev', name: 'Dev' } }
  const config = file('pinned.json', { function: { displayName: 'P' }, environments: { dev, other } })
  const { code, stderr } = await workspace().command('deploy --yes --same-as other', { config })
  expect({ code, writes: workspace().writes() }).toEqual({ code: 1, writes: [] })
  expect(stderr).toContain('but other is in the workspace "acme-prod"')
})

test.each(['plan', 'status', 'rollback', 'pull', 'destroy'])(
  '%s prints the workspace in which it acts',
  async (line) => {
    await workspace().command('deploy --yes', { config: configWith({ workspace: 'acme-dev' }) })
    const { stdout } = await workspace().command(line, { stdin: 'n\n', isTTY: true, env: { NO_COLOR: '1' } })
    expect(stdout.split('\n')[0]).toMatch(/^dev · (?:us · )?workspace Acme Dev \(acme-dev\)$/)
  },
)

test.each([
  ['deploy', /Carry out 6 steps in the workspace Acme Dev \(acme-dev\)\? \[y\/N\]/],
  [
    'destroy',
    /Delete the source paytronix_dev, the function Paytronix \(dev\), the tracking plan Paytronix in the workspace Acme Dev \(acme-dev\)\? \[y\/N\]/,
  ],
])('the question of %s names the workspace', async (line, question) => {
  if (line === 'destroy') await workspace().command('deploy --yes')
  const { code, stderr } = await workspace().command(line, { stdin: 'n\n', isTTY: true, env: { NO_COLOR: '1' } })
  expect(code).toBe(1)
  expect(stderr).toMatch(question)
})
