import { Ajv, type ErrorObject } from 'ajv'
import schema from '../../segment.config.schema.json'
import { jsonPath, pointerKeys } from '../system/json-path'
import type { Config } from './config'

// verbose: each error carries its schema, and the messages use the schema's words.
const validate = new Ajv({ allErrors: true, useDefaults: true, verbose: true }).compile<Config>(schema)

/** The document as a configuration with defaults, or the problems of its shape, one line each. */
export function checkShape(document: unknown): { config: Config } | { problems: string[] } {
  if (validate(document)) return { config: document }
  return { problems: (validate.errors ?? []).filter(isTelling).map(problem) }
}

/** Leaves out errors of single alternatives and errors that only wrap another one. */
function isTelling(error: ErrorObject): boolean {
  return !error.schemaPath.includes('/anyOf/') && error.keyword !== 'propertyNames'
}

function problem(error: ErrorObject): string {
  const name = error.params.missingProperty ?? error.params.additionalProperty ?? error.propertyName
  const keys = pointerKeys(error.instancePath)
  const place = jsonPath(name === undefined ? keys : [...keys, String(name)])
  return place ? `${place}: ${complaint(error)}` : complaint(error)
}

function complaint(error: ErrorObject): string {
  switch (error.keyword) {
    case 'required':
      return 'is missing'
    case 'additionalProperties':
      return `is not a known field; expected one of ${quoted(Object.keys(error.parentSchema?.properties ?? {}))}`
    case 'enum':
      return `expected one of ${quoted(error.params.allowedValues)}`
    case 'type':
      return `expected ${article(String(error.params.type))}`
    case 'minProperties':
      return 'expected at least one'
    case 'pattern':
      return patternComplaint(error)
    default:
      return 'expected a string, true or false, a list of strings, an object of strings, or {"env": "NAME"}'
  }
}

function patternComplaint(error: ErrorObject): string {
  return error.params.pattern === '\\S'
    ? 'must not be blank'
    : `expected ${lowerFirst(error.parentSchema?.description)}`
}

function quoted(values: readonly unknown[]): string {
  return values.map((value) => JSON.stringify(value)).join(', ')
}

function article(type: string): string {
  return `${/^[aeiou]/.test(type) ? 'an' : 'a'} ${type}`
}

function lowerFirst(text: unknown): string {
  const sentence = String(text)
  return sentence.charAt(0).toLowerCase() + sentence.slice(1).replace(/\.$/, '')
}
