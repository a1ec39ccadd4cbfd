import Ajv from 'ajv'
import jsonSchema from '../../../docs/json.schema.json'
import type { SegmentApi, SegmentApiOptions } from '../../fakes/segment-api'
import { token, useSegmentApi } from '../../fakes/segment-api/use-segment-api'
import { file, type Ran, run } from '../commands/run'

export const secret = 'hunter2-"quoted"'

const dev = {
  region: 'us',
  function: 'Paytronix (dev)',
  source: { slug: 'paytronix_dev', name: 'Paytronix_Dev' },
  settings: { merchantId: '1000', userIdFrom: ['accountId'], sharedSecret: { env: 'PAYTRONIX_SHARED_SECRET' } },
  trackingPlan: { name: 'Paytronix' },
}

/** A configuration whose one environment, `dev`, differs from the usual one in these members. */
export function configWith(environment: object, rest: object = {}): string {
  return file('segment.config.json', {
    function: { displayName: 'Paytronix', description: 'Loyalty' },
    environments: { dev: { ...dev, ...environment } },
    ...rest,
  })
}

/** The settings of the usual environment, some of them different. */
export function settingsWith(settings: object): object {
  return { settings: { ...dev.settings, ...settings } }
}

/** A text without what differs from run to run or from build to build: ids, sizes, line numbers, which events there are. */
export function steady(text: string): string {
  return text
    .replace(/(?<=\b(?:sfnc?|tp)_)\w+/g, '<id>')
    .replace(/tp_<id>/g, '<id>')
    .replace(/(?<=\/sources\/)\w+/g, '<id>')
    .replace(/version \d+\.\d+\.\d+/g, 'version <version>')
    .replace(/[\d,]+ bytes/g, '<n> bytes')
    .replace(/\d+ definitions/g, '<n> definitions')
    .replace(/(?: {6}TRACK .+: added\n)+/, '      TRACK <event>: added, for each event\n')
    .replace(/@@ .* @@/g, '@@ <lines> @@')
    .replace(/[0-9a-f]{64}|(?<=digest )[0-9a-f]{12}/g, '<digest>')
}

export interface Workspace {
  readonly segment: SegmentApi
  /** How long the commands have waited, in milliseconds, wait by wait. */
  readonly waits: readonly number[]
  /** Runs a command line on the environment `dev`, unless it names one itself. */
  command(line: string, world?: Parameters<typeof run>[1] & { isEnvNamed?: boolean }): Promise<Ran>
  /** The requests that were to change something, such as `PATCH /functions/sfnc_…`, since it was last asked. */
  writes(): string[]
}

/** Gives each test a workspace in an imitation of Segment, and a configuration. A test ends with no rule broken, and no secret printed. */
export function useWorkspace(options: Partial<SegmentApiOptions> = {}): () => Workspace {
  const api = useSegmentApi(options)
  let workspace: Workspace
  let printed = ''
  beforeEach(() => {
    printed = ''
    const config = configWith({})
    const waits: number[] = []
    let seen = 0
    workspace = {
      segment: api(),
      waits,
      async command(line, { isEnvNamed = false, ...world } = {}) {
        const env = { SEGMENT_TOKEN: token, SEGMENT_API_URL: api().url, PAYTRONIX_SHARED_SECRET: secret, ...world.env }
        const time = {
          now: () => Date.UTC(2031, 4, 4, 12),
          elapsed: () => 0,
          sleep: async (ms: number) => void waits.push(ms),
          firstDelayMs: 0,
        }
        const ran = await run([...line.split(' '), ...(isEnvNamed ? [] : ['--env', 'dev'])], {
          config,
          time,
          ...world,
          env,
        })
        printed += ran.stdout + ran.stderr
        if (/ --json\b/.test(line)) checkDocument(line.split(' ')[0] ?? '', ran)
        return ran
      },
      writes() {
        const all = api().requests.filter(({ method }) => method !== 'GET')
        const fresh = all.slice(seen).map(({ method, path }) => `${method} ${path}`)
        seen = all.length
        return fresh
      },
    }
  })
  afterEach(() => {
    expect(api().violations).toEqual([])
    for (const hidden of [token, secret, 'hunter2', ...writeKeysOf(api())]) expect(printed).not.toContain(hidden)
  })
  return () => workspace
}

function writeKeysOf({ state }: SegmentApi): string[] {
  return state.sources.flatMap(({ writeKeys }) => writeKeys)
}

const validators = new Ajv({ strict: false, validateSchema: false }).addSchema(jsonSchema, 'json')

/** What `--json` prints is one document of the schema, also when the command fails. */
function checkDocument(name: string, { stdout, code }: Ran): void {
  const hasFailed = code === 1 || (code === 2 && name !== 'plan')
  const definition = `json#/definitions/${hasFailed ? 'failure' : name}`
  const isValid = validators.validate(definition, JSON.parse(stdout))
  expect({ definition, isValid, errors: validators.errors }).toEqual({ definition, isValid: true, errors: null })
}
