import * as v from 'valibot'
import { readAll } from './pages'
import { isSame } from './same'
import type { Transport } from './transport'

// The shape leaves out the write keys in the answers. Only commands that send events read them.
const source = v.object({
  id: v.string(),
  slug: v.string(),
  name: v.nullish(v.string()),
  enabled: v.boolean(),
  settings: v.nullish(v.record(v.string(), v.unknown()), {}),
  metadata: v.object({ id: v.string() }),
})

export type Source = v.InferOutput<typeof source>
export type SourceSettings = Readonly<Record<string, unknown>>

/** A source and its tracking plan. */
export interface SourceWithPlan extends Source {
  readonly trackingPlanId: string | undefined
}

export interface SourceInput {
  readonly slug: string
  readonly enabled: boolean
  /** The catalog id of its function. */
  readonly metadataId: string
  readonly settings: SourceSettings
  readonly disconnectAllWarehouses: boolean
}

export interface SourcePatch {
  readonly name?: string
  readonly enabled?: boolean
  readonly settings?: SourceSettings
}

/** The endpoints of sources (API documentation, "Sources"). */
export interface SourcesApi {
  list(): Promise<readonly Source[]>
  get(id: string): Promise<SourceWithPlan>
  /** A source's write keys. Empty when the token may not read them. */
  writeKeys(id: string): Promise<readonly string[]>
  create(input: SourceInput): Promise<Source>
  update(id: string, patch: SourcePatch): Promise<Source>
}

const oneSource = v.object({ source })
const sourceKeys = v.object({ source: v.object({ writeKeys: v.nullish(v.array(v.string()), []) }) })
const sourceAndPlan = v.object({ source, trackingPlanId: v.nullish(v.string()) })

export function sourcesApi(transport: Transport): SourcesApi {
  const { read, write } = transport
  const api: SourcesApi = {
    list: () => readAll(transport, { path: '/sources' }, 'sources', source),
    async get(id) {
      const answer = await read({ method: 'GET', path: `/sources/${id}` }, sourceAndPlan)
      return { ...answer.source, trackingPlanId: answer.trackingPlanId ?? undefined }
    },
    async writeKeys(id) {
      return (await read({ method: 'GET', path: `/sources/${id}` }, sourceKeys)).source.writeKeys
    },
    async create(input) {
      const look = async () => {
        const found = (await api.list()).find(({ slug }) => slug === input.slug)
        return found && { source: found }
      }
      return (await write({ method: 'POST', path: '/sources', body: input }, oneSource, look)).source
    },
    async update(id, patch) {
      const look = async () => {
        const now = await api.get(id)
        return isSame(patch, { ...now }) ? { source: now } : undefined
      }
      return (await write({ method: 'PATCH', path: `/sources/${id}`, body: patch }, oneSource, look)).source
    },
  }
  return api
}
