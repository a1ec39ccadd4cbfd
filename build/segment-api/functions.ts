import * as v from 'valibot'
import { UserError } from '../system/errors'
import { readAll } from './pages'
import { isSame } from './same'
import type { Source } from './sources'
import type { Transport } from './transport'

const settingDefinition = v.object({
  name: v.nullish(v.string(), ''),
  label: v.nullish(v.string(), ''),
  description: v.nullish(v.string(), ''),
  type: v.nullish(v.string(), ''),
  required: v.nullish(v.boolean(), false),
  sensitive: v.nullish(v.boolean(), false),
})

const listItem = v.object({ id: v.string(), displayName: v.nullish(v.string()) })

const details = v.object({
  id: v.string(),
  displayName: v.optional(v.string()),
  catalogId: v.nullish(v.string()),
  description: v.nullish(v.string()),
  logoUrl: v.nullish(v.string()),
  code: v.optional(v.string()),
  settings: v.nullish(v.array(settingDefinition), []),
  deployedAt: v.nullish(v.string()),
  isLatestVersion: v.nullish(v.boolean()),
})

const version = v.object({
  id: v.string(),
  code: v.nullish(v.string(), ''),
  author: v.nullish(v.string()),
  createdAt: v.nullish(v.string()),
  deployedAt: v.nullish(v.string()),
  isDeployed: v.nullish(v.boolean()),
})

/** A source function with its code. */
export type FunctionDetails = v.InferOutput<typeof details>
export type FunctionVersion = v.InferOutput<typeof version>

/** The parts of a function that can change. The name cannot: it identifies the function. */
export interface FunctionPatch {
  readonly code?: string
  readonly settings?: readonly object[]
  readonly description?: string
  readonly logoUrl?: string
}

export interface FunctionInput extends FunctionPatch {
  readonly displayName: string
  readonly code: string
}

/** The endpoints of source functions (API documentation, "Functions"). */
export interface FunctionsApi {
  /** @throws UserError when several functions have the name. */
  findByName(displayName: string): Promise<FunctionDetails | undefined>
  get(id: string): Promise<FunctionDetails>
  /** Saves the function. Does not deploy it. */
  create(input: FunctionInput): Promise<FunctionDetails>
  /** Saves the changes. Does not deploy them. */
  update(id: string, patch: FunctionPatch): Promise<FunctionDetails>
  /** Deploys the saved function to one source. */
  deploy(sourceId: string): Promise<void>
  /** The versions that Segment lists, newest first. In alpha. */
  versions(id: string): Promise<readonly FunctionVersion[]>
  /** Saves the code of an old version as the newest one. Does not deploy it. In alpha. */
  restore(id: string, version: FunctionVersion): Promise<void>
}

const oneFunction = v.object({ function: details })

/** The id that the function's sources use: the function's id without its prefix. */
export function catalogIdOf({ id, catalogId }: FunctionDetails): string {
  return catalogId ?? id.replace(/^sfnc_/, '')
}

/** The sources of a function among all sources of the workspace. */
export function instancesOf(found: FunctionDetails, sources: readonly Source[]): Source[] {
  return sources.filter(({ metadata }) => metadata.id === catalogIdOf(found))
}

/** The id of a function within one source. Only this id can be deployed. */
export function instanceIdOf(sourceId: string): string {
  return `sfn_${sourceId}`
}

export function functionsApi(transport: Transport): FunctionsApi {
  const { read, write } = transport
  const api: FunctionsApi = {
    async findByName(displayName) {
      const all = await readAll(
        transport,
        { path: '/functions', query: { resourceType: 'SOURCE' } },
        'functions',
        listItem,
      )
      const named = all.filter((one) => one.displayName === displayName)
      if (named.length > 1) throw new UserError(severalNamed(displayName, named.length))
      return named[0] && api.get(named[0].id)
    },
    async get(id) {
      return (await read({ method: 'GET', path: `/functions/${id}` }, oneFunction)).function
    },
    async create(input) {
      const body = { ...input, resourceType: 'SOURCE' }
      const look = () => asAnswer(api.findByName(input.displayName))
      return (await write({ method: 'POST', path: '/functions', body }, oneFunction, look)).function
    },
    async update(id, patch) {
      const look = async () => {
        const now = await api.get(id)
        return isSame(patch, { ...now }) ? { function: now } : undefined
      }
      return (await write({ method: 'PATCH', path: `/functions/${id}`, body: patch }, oneFunction, look)).function
    },
    async deploy(sourceId) {
      const call = { method: 'POST', path: `/functions/${instanceIdOf(sourceId)}/deploy` } as const
      const shape = v.object({ functionDeployment: v.object({ status: v.literal('SUCCESS') }) })
      // A second deployment is harmless, and no endpoint shows whether one instance is deployed.
      await write(call, shape, async () => undefined)
    },
    versions: (id) => readAll(transport, { path: `/functions/${id}/versions` }, 'versions', version),
    async restore(id, { id: versionId, code }) {
      const call = { method: 'POST', path: `/functions/${id}/versions`, body: { versionId } } as const
      const look = async () => ((await api.get(id)).code === code ? {} : undefined)
      await write(call, v.object({}), look)
    },
  }
  return api
}

async function asAnswer(found: Promise<FunctionDetails | undefined>) {
  const details = await found
  return details && { function: details }
}

function severalNamed(name: string, count: number): string {
  return `the workspace has ${count} source functions named "${name}", so it is not clear which is meant; rename or delete all but one in Segment`
}
