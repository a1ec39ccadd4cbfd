import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { parse } from 'yaml'

interface Step {
  readonly run?: string
  readonly uses?: string
}

interface Job {
  readonly if?: string
  readonly needs?: string
  readonly uses?: string
  readonly environment?: string
  readonly permissions?: unknown
  readonly secrets?: unknown
  readonly steps?: readonly Step[]
  readonly 'timeout-minutes'?: number
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions: unknown
  readonly concurrency: unknown
  readonly jobs: Readonly<Record<string, Job>>
}

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
    'ci.yml: audit',
    'deploy.yml: plan',
    'deploy.yml: test',
    'deploy.yml: deploy',
  ])
})

test('every action is pinned to a commit, with its version beside it', () => {
  const lines = texts.flatMap(({ text }) => text.split('\n').filter((line) => /\buses:/.test(line)))
  const actions = lines.filter((line) => !line.includes('uses: ./'))
  expect(actions).toHaveLength(8)
  expect(actions.filter((line) => !/ uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([])
})

test('an action is pinned to the same commit everywhere', () => {
  const used = [...new Set(steps.flatMap(({ uses }) => uses ?? []))]
  expect(used.map((uses) => uses.split('@')[0])).toEqual(['actions/checkout', 'actions/setup-node'])
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
  ])
})

test('no secret is outside a job, and no job hands its secrets on', () => {
  expect(texts.flatMap(({ text }) => secretsIn(text))).toHaveLength(3)
  expect(jobs.filter(([, one]) => one.secrets !== undefined)).toEqual([])
})

test('an environment has one deployment at a time, and none is cut short', () => {
  const events = "(github.event_name == 'release' && 'prod') || (github.event_name == 'push' && 'dev')"
  expect(workflow['deploy.yml']?.concurrency).toEqual({
    group: `deploy-${expression(`inputs.environment || ${events} || github.ref`)}`,
    'cancel-in-progress': false,
  })
})

test('a pull request from a fork is not planned, and no pull request is deployed', () => {
  expect(job['deploy.yml: plan']?.if).toBe(
    "github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository",
  )
  expect(job['deploy.yml: test']?.if).toBe("github.event_name != 'pull_request'")
  expect(job['deploy.yml: deploy']?.needs).toBe('test')
  expect(job['deploy.yml: deploy']?.if).toBeUndefined()
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

test.each(workflows)('%s may read the repository and nothing else', (_, { permissions, jobs: all }) => {
  expect(permissions).toEqual({ contents: 'read' })
  expect(Object.values(all).filter((one) => one.permissions !== undefined)).toEqual([])
})

test('every job has a time limit, or calls a workflow whose jobs have one', () => {
  const unlimited = jobs.filter(([, one]) => one['timeout-minutes'] === undefined)
  expect(unlimited.map(([name]) => name)).toEqual(['deploy.yml: test'])
})

test('nothing is written into a shell script by an expression', () => {
  const scripts = steps.flatMap(({ run }) => run ?? [])
  expect(scripts).toHaveLength(6)
  expect(scripts.filter((script) => script.includes(expression('').slice(0, 3)))).toEqual([])
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
