import * as v from 'valibot'
import { isSameScript } from '../bundle/banner'
import { UserError } from '../system/errors'
import { asNamed, instanceIdOf, listed, type NamedFunction } from './function-ids'
import { details, type FunctionDetails, type FunctionVersion, listItem, version } from './function-shapes'
import { readAll } from './pages'
import { removed } from './removed'
import { isSame } from './same'
import { byAge, keepOldest } from './same-name'
import type { Transport } from './transport'

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

/** Newest first, as far as Segment tells their times. */
function newestFirst(versions: readonly FunctionVersion[]): readonly FunctionVersion[] {
  const areDated = versions.every(({ createdAt }) => createdAt)
  return areDated
    ? versions.toSorted((one, other) => ((one.createdAt ?? '') < (other.createdAt ?? '') ? 1 : -1))
    : versions
}
