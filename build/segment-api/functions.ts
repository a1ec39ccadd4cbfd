import * as v from 'valibot'
import { isSameScript } from '../bundle/banner'
import { UserError } from '../system/errors'
import { readAll } from './pages'
import { removed } from './removed'
import { isSame } from './same'
import { byAge, keepOldest, type Named } from './same-name'
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

/** A member that may be absent or of another type, which must not hide the rest. */
const maybe = <T>(shape: v.GenericSchema<unknown, T>) => v.fallback(v.nullish(shape), undefined)

const listItem = v.object({
  id: maybe(v.string()),
  displayName: maybe(v.string()),
  catalogId: maybe(v.string()),
  createdAt: maybe(v.string()),
})

/** The same, where null means nothing else than absent. */
const text = v.fallback(v.optional(v.string()), undefined)

const details = v.object({
  id: text,
  displayName: text,
  catalogId: v.nullish(v.string()),
  description: v.nullish(v.string()),
  logoUrl: v.nullish(v.string()),
  code: text,
  settings: v.nullish(v.array(settingDefinition)),
  deployedAt: v.nullish(v.string()),
  isLatestVersion: v.nullish(v.boolean()),
})

const version = v.fallback(
  v.object({
    id: maybe(v.string()),
    code: maybe(v.string()),
    createdAt: maybe(v.string()),
    deployedAt: maybe(v.string()),
    isDeployed: maybe(v.boolean()),
  }),
  {},
)

/** A source function with its code. Members that Segment does not return are undefined. */
export type FunctionDetails = v.InferOutput<typeof details> & { readonly id: string }
export type SettingDefinitionThere = v.InferOutput<typeof settingDefinition>
/** A saved version. An odd one may lack any member. */
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

/** A function in the list of functions. */
export interface NamedFunction extends Named {
  /** The id that its sources use. */
  readonly catalogId: string
}

/** The endpoints of source functions (API documentation, "Functions"). */
export interface FunctionsApi {
  /** All functions of this name. */
  named(displayName: string): Promise<readonly NamedFunction[]>
  get(id: string): Promise<FunctionDetails>
  /**
   * Saves the function. Does not deploy it.
   * @throws UserError when another deployment created one of this name at the same moment. Ours is then deleted.
   */
  create(input: FunctionInput): Promise<NamedFunction>
  /** Saves the changes. Does not deploy them. */
  update(id: string, patch: FunctionPatch): Promise<void>
  /** Deploys the saved function to one source. */
  deploy(sourceId: string): Promise<void>
  /** The versions that Segment lists, newest first. In alpha. */
  versions(id: string): Promise<readonly FunctionVersion[]>
  /** Saves the code of an old version as the newest one. Does not deploy it. In alpha. */
  restore(id: string, versionId: string, code: string): Promise<void>
  remove(id: string): Promise<void>
}

const oneFunction = v.object({ function: details })
const newFunction = v.object({ function: listItem })

/** The id that the function's sources use: the function's id without its prefix. */
export function catalogIdOf({ id, catalogId }: Pick<FunctionDetails, 'id' | 'catalogId'>): string {
  return catalogId ?? id.replace(/^sfnc_/, '')
}

/** The sources of a function among all sources of the workspace. */
export function instancesOf(found: Pick<FunctionDetails, 'id' | 'catalogId'>, sources: readonly Source[]): Source[] {
  return sources.filter(({ metadata }) => metadata.id === catalogIdOf(found))
}

/** The id of a function within one source. Only this id can be deployed. */
export function instanceIdOf(sourceId: string): string {
  return `sfn_${sourceId}`
}

export function functionsApi(transport: Transport): FunctionsApi {
  const { read, write } = transport
  const api: FunctionsApi = {
    async named(displayName) {
      const query = { resourceType: 'SOURCE' }
      const all = await readAll(transport, { path: '/functions', query }, 'functions', listItem)
      return all.filter((one) => one.displayName === displayName).map(listed)
    },
    async get(id) {
      const found = (await read({ method: 'GET', path: `/functions/${id}` }, oneFunction)).function
      return { ...found, id: found.id ?? id }
    },
    async create(input) {
      const body = { ...input, resourceType: 'SOURCE' }
      const look = async () => {
        const found = await newestWith(input)
        return found && { function: found }
      }
      const answer = await write({ method: 'POST', path: '/functions', body }, newFunction, look)
      const created = asNamed(answer.function) ?? (await newestWith(input))
      if (created === undefined)
        throw new UserError('Segment does not show the function that it created; run the command again in a minute')
      const named = await api.named(input.displayName)
      await keepOldest(created.id, `function "${input.displayName}"`, named, api.remove)
      return created
    },
    async update(id, patch) {
      const look = async () => (isSame(patch, { ...(await api.get(id)) }) ? {} : undefined)
      await write({ method: 'PATCH', path: `/functions/${id}`, body: patch }, v.object({}), look)
    },
    async deploy(sourceId) {
      const call = { method: 'POST', path: `/functions/${instanceIdOf(sourceId)}/deploy` } as const
      const shape = v.object({ functionDeployment: v.object({ status: v.literal('SUCCESS') }) })
      // A second deployment is harmless, and no endpoint shows whether one instance is deployed.
      await write(call, shape, async () => undefined)
    },
    async versions(id) {
      return newestFirst(await readAll(transport, { path: `/functions/${id}/versions` }, 'versions', version))
    },
    async restore(id, versionId, code) {
      const call = { method: 'POST', path: `/functions/${id}/versions`, body: { versionId } } as const
      const look = async () => ((await api.get(id)).code === code ? {} : undefined)
      await write(call, v.object({}), look)
    },
    remove: (id) => removed(transport, { path: `/functions/${id}` }),
  }
  /** The function that has this name and code. Another one of this name may be of another deployment. */
  async function newestWith({ displayName, code }: FunctionInput): Promise<NamedFunction | undefined> {
    for (const one of [...(await api.named(displayName))].sort(byAge).reverse()) {
      const found = await api.get(one.id)
      if (found.code === undefined || isSameScript(found.code, code)) return one
    }
    return undefined
  }
  return api
}

/** A function in an answer. Undefined when it has no id. */
function asNamed({ id, catalogId, createdAt }: v.InferOutput<typeof listItem>): NamedFunction | undefined {
  const known = id ?? (catalogId ? `sfnc_${catalogId}` : undefined)
  return known === undefined ? undefined : { id: known, catalogId: catalogIdOf({ id: known, catalogId }), createdAt }
}

/** @throws UserError when it has no id. To leave it out would create a second function of this name. */
function listed(item: v.InferOutput<typeof listItem>): NamedFunction {
  const named = asNamed(item)
  if (named !== undefined) return named
  throw new UserError(
    `Segment lists the function "${item.displayName}" without its id; run the command again in a minute`,
  )
}

/** Newest first, as far as Segment tells their times. */
function newestFirst(versions: readonly FunctionVersion[]): readonly FunctionVersion[] {
  const areDated = versions.every(({ createdAt }) => createdAt)
  return areDated
    ? versions.toSorted((one, other) => ((one.createdAt ?? '') < (other.createdAt ?? '') ? 1 : -1))
    : versions
}
