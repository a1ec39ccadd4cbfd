import * as v from 'valibot'

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

export const listItem = v.object({
  id: maybe(v.string()),
  displayName: maybe(v.string()),
  catalogId: maybe(v.string()),
  createdAt: maybe(v.string()),
})

/** The same, where null means nothing else than absent. */
const text = v.fallback(v.optional(v.string()), undefined)

export const details = v.object({
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

export const version = v.fallback(
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
