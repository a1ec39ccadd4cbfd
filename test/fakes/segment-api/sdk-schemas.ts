import type { SchemaObject } from 'ajv'
import { enumerations, models } from './sdk-models'

const basic: Readonly<Record<string, SchemaObject>> = {
  string: { type: 'string' },
  number: { type: 'number' },
  boolean: { type: 'boolean' },
  map: { type: 'object' },
  any: {},
}

/** The JSON Schema of a model. A request may have no other members; answers of Segment do have some. */
export function schemaOf(name: string, { isClosed }: { isClosed: boolean }): SchemaObject {
  const members = Object.entries(models[name] ?? {})
  if (members.length === 0) throw new Error(`no model ${name}`)
  const properties = members.map(([member, type]) => [member.replace('?', ''), schemaOfType(type, isClosed)])
  return {
    type: 'object',
    ...(isClosed && { additionalProperties: false }),
    properties: Object.fromEntries(properties),
    required: members.map(([member]) => member).filter((member) => !member.endsWith('?')),
  }
}

function schemaOfType(type: string, isClosed: boolean): SchemaObject {
  if (type.endsWith(' | null'))
    return { anyOf: [schemaOfType(type.slice(0, -' | null'.length), isClosed), { type: 'null' }] }
  if (type.endsWith('[]')) return { type: 'array', items: schemaOfType(type.slice(0, -2), isClosed) }
  const values: Readonly<Record<string, readonly string[]>> = enumerations
  return basic[type] ?? (values[type] ? { type: 'string', enum: values[type] } : schemaOf(type, { isClosed }))
}
