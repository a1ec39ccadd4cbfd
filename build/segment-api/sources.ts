import * as v from 'valibot'
import { orOdd, readAll } from './pages'
import { removed } from './removed'
import { isSame } from './same'
import type { Transport } from './transport'

// The shape leaves out the write keys in the answers. Only commands that send events read them.
const source = v.object({
  id: v.string(),
  slug: v.string(),
  name: v.nullish(v.string()),
  enabled: v.boolean(),
  settings: v.nullish(v.record(v.string(), v.unknown())),
  metadata: v.object({ id: v.string() }),
})

/** A source. Members that Segment does not return are undefined. */
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

const flag = v.nullish(v.boolean())
const schemaSettings = v.object({
  track: v.nullish(v.object({ allowUnplannedEvents: flag, allowUnplannedEventProperties: flag })),
  identify: v.nullish(v.object({ allowUnplannedTraits: flag })),
})

/** What becomes of calls that the tracking plan does not name. */
export type SchemaSettings = v.InferOutput<typeof schemaSettings>

/** The endpoints of sources (API documentation, "Sources"). */
export interface SourcesApi {
  /** All sources that can be read. An odd one is left out, because it must not hide the others. */
  list(): Promise<readonly Source[]>
  get(id: string): Promise<SourceWithPlan>
  /** A source's write keys. Empty when the token may not read them. */
  writeKeys(id: string): Promise<readonly string[]>
  schemaSettings(id: string): Promise<SchemaSettings>
  /** The names of the destinations that get the calls of a source. */
  destinations(id: string): Promise<readonly string[]>
  create(input: SourceInput): Promise<Pick<Source, 'id'>>
  update(id: string, patch: SourcePatch): Promise<void>
  remove(id: string): Promise<void>
}

const newSource = v.object({ source: v.object({ id: v.string() }) })
const sourceKeys = v.object({ source: v.object({ writeKeys: v.nullish(v.array(v.string()), []) }) })
const sourceAndPlan = v.object({ source, trackingPlanId: v.nullish(v.string()) })
const settingsOfSource = v.object({ settings: schemaSettings })
const destination = v.object({
  id: v.string(),
  name: v.nullish(v.string()),
  metadata: v.nullish(v.object({ name: v.nullish(v.string()) })),
})

export function sourcesApi(transport: Transport): SourcesApi {
  const { read, write } = transport
  const api: SourcesApi = {
    async list() {
      const all = await readAll(transport, { path: '/sources' }, 'sources', orOdd(source))
      return all.filter((one) => one !== null)
    },
    async get(id) {
      const answer = await read({ method: 'GET', path: `/sources/${id}` }, sourceAndPlan)
      return { ...answer.source, trackingPlanId: answer.trackingPlanId ?? undefined }
    },
    async writeKeys(id) {
      return (await read({ method: 'GET', path: `/sources/${id}` }, sourceKeys)).source.writeKeys
    },
    async schemaSettings(id) {
      return (await read({ method: 'GET', path: `/sources/${id}/settings` }, settingsOfSource)).settings
    },
    async destinations(id) {
      const path = `/sources/${id}/connected-destinations`
      const all = await readAll(transport, { path }, 'destinations', orOdd(destination))
      return all.filter((one) => one !== null).map((one) => one.name || one.metadata?.name || one.id)
    },
    async create(input) {
      const look = async () => {
        const found = (await api.list()).find(({ slug }) => slug === input.slug)
        return found && { source: found }
      }
      return (await write({ method: 'POST', path: '/sources', body: input }, newSource, look)).source
    },
    async update(id, patch) {
      const look = async () => (isSame(patch, { ...(await api.get(id)) }) ? {} : undefined)
      await write({ method: 'PATCH', path: `/sources/${id}`, body: patch }, v.object({}), look)
    },
    remove: (id) => removed(transport, { path: `/sources/${id}` }),
  }
  return api
}
