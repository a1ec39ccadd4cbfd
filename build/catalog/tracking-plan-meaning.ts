import { isObject, type JsonObject } from '../../shared/json/values'
import { digestOf } from '../system/digest'
import { about } from '../system/project'
import { sortedJson } from '../system/sorted-json'

/** Members that say nothing about what a schema accepts, or that Segment adds by itself. */
const wordless = new Set(['$schema', '$id', '$comment', 'id', 'title', 'labels'])
const unordered = new Set(['required', 'type', 'enum'])
/** The parts of a call that Segment's own schemas list even when they say nothing about them. */
const parts = new Set(['context', 'traits', 'properties'])

/**
 * The meaning of a rule's schema, so that two schemas can be compared that Segment spells differently: it adds members
 * without meaning, lists parts of a call without saying anything about them, and reorders lists.
 */
export function meaningOf(schema: unknown): unknown {
  const meaning = essence(schema)
  if (!isObject(meaning) || !isObject(meaning.properties)) return meaning
  const { properties, ...rest } = meaning
  const telling = Object.entries(properties).filter(([name, part]) => !(parts.has(name) && saysNothing(part)))
  return telling.length === 0 ? rest : { ...rest, properties: Object.fromEntries(telling) }
}

/** A schema with a comment that holds the digest of its meaning. The digest shows later whether somebody changed it. */
export function signedSchema(schema: JsonObject): object {
  return { ...schema, $comment: `${about.name}: do not edit; SHA-256 of this rule: ${digestOfMeaning(schema)}` }
}

/** Whether a schema is one of ours and nobody changed its meaning since. */
export function isSignedByUs(schema: unknown): boolean {
  const comment = isObject(schema) ? schema.$comment : undefined
  const [, digest] = /SHA-256 of this rule: ([0-9a-f]{64})$/.exec(String(comment).trim()) ?? []
  return digest !== undefined && digest === digestOfMeaning(schema)
}

function digestOfMeaning(schema: unknown): string {
  return digestOf(sortedJson(meaningOf(schema)))
}

/** Members of `properties` are names of properties, so all of them are kept. */
function essence(schema: unknown, isNames = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => essence(item))
  if (!isObject(schema)) return schema
  const members = Object.entries(schema).filter(([name, value]) => isNames || !(wordless.has(name) || isEmpty(value)))
  return Object.fromEntries(
    members.map(([name, value]) => {
      const sorted = !isNames && unordered.has(name) ? inOrder(value) : value
      return [name, essence(sorted, !isNames && name === 'properties')]
    }),
  )
}

/** A list of one type means the same as the type. */
function inOrder(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.length === 1 ? value[0] : [...value].sort()
}

function saysNothing(part: unknown): boolean {
  return isObject(part) && Object.entries(part).every(([name, value]) => name === 'type' && value === 'object')
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || (typeof value === 'object' && Object.keys(value).length === 0)
}
