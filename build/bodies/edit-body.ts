import { isObject } from '../../shared/json/values'
import { UserError } from '../system/errors'
import { jsonOrText } from '../system/json-value'
import type { Body } from './bodies'

/** What `--set` and `--remove` ask for. */
export interface Edits {
  /** `a.b[0]=value` each. */
  readonly set: readonly string[]
  /** `a.b[0]` each. */
  readonly remove: readonly string[]
}

/** One change of a JSON value, which gives a new one. */
type Edit = (value: unknown) => unknown
type Fields = Readonly<Record<string, unknown>>

/**
 * Makes a function that edits bodies: values are set first, then removed.
 * @throws UserError for a path that is none.
 */
export function bodyEditor({ set, remove }: Edits): (body: Body) => Body {
  const edits = [...set.map(setting), ...remove.map(removal)]
  if (edits.length === 0) return (body) => body
  return ({ file, text }) => {
    const edited = edits.reduce((value, edit) => named(file, () => edit(value)), parse(text, file))
    return { file, text: write(edited, file) }
  }
}

function setting(argument: string): Edit {
  const [, path = '', text = ''] = /^([^=]+)=(.*)$/s.exec(argument) ?? []
  if (path === '') throw new UserError('--set: expected path=value, such as account.accountId=42', 2)
  const steps = stepsOf(path, '--set')
  const value = jsonOrText(text)
  return (body) => withValue(body, steps, value, path)
}

function removal(path: string): Edit {
  const steps = stepsOf(path, '--remove')
  return (body) => without(body, steps)
}

/** `a.0.b` and `a[0].b` are the same path. */
function stepsOf(path: string, option: string): string[] {
  const steps = path
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^\./, '')
    .split('.')
  if (steps.every((step) => step !== '' && !/[[\]]/.test(step))) return steps
  throw new UserError(
    `${option}: ${JSON.stringify(path)} is no path; expected one such as account.accountId or events[0].type`,
    2,
  )
}

function withValue(parent: unknown, steps: readonly string[], value: unknown, path: string): unknown {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const container = parent ?? (isIndex(step) ? [] : {})
  if (Array.isArray(container)) {
    const index = placeIn(container, step, path)
    return container.toSpliced(index, 1, withValue(container[index], rest, value, path))
  }
  if (!isFields(container)) throw new UserError(`--set ${path}: what holds ${JSON.stringify(step)} is no object`, 2)
  return { ...container, [step]: withValue(member(container, step), rest, value, path) }
}

/** The place of an item of a list, or of the one after the last. */
function placeIn(list: readonly unknown[], step: string, path: string): number {
  if (isIndex(step) && Number(step) <= list.length) return Number(step)
  throw new UserError(`--set ${path}: ${JSON.stringify(step)} is no place in a list of ${list.length}`, 2)
}

/** What is not there needs no removing. */
function without(parent: unknown, [step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return undefined
  if (Array.isArray(parent)) {
    const index = isIndex(step) ? Number(step) : parent.length
    if (index >= parent.length) return parent
    return rest.length === 0 ? parent.toSpliced(index, 1) : parent.with(index, without(parent[index], rest))
  }
  if (!isFields(parent) || !Object.hasOwn(parent, step)) return parent
  // An undefined member is left out of JSON.
  return { ...parent, [step]: without(parent[step], rest) }
}

/** Names the body in the complaint, for edits are made to many. */
function named<Value>(file: string, edit: () => Value): Value {
  try {
    return edit()
  } catch (error) {
    throw error instanceof UserError ? new UserError(`${file}: ${error.message}`, error.exitCode) : error
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError(`${file}: is not JSON, so --set and --remove cannot edit it; send it without them`, 2)
  }
}

/** JSON can be read at depths at which it cannot be written. */
function write(value: unknown, file: string): string {
  try {
    return JSON.stringify(value)
  } catch {
    throw new UserError(`${file}: is nested too deeply to be edited; send it without --set and --remove`, 2)
  }
}

function member(fields: Fields, name: string): unknown {
  return Object.hasOwn(fields, name) ? fields[name] : undefined
}

function isIndex(step: string): boolean {
  return /^\d+$/.test(step)
}

function isFields(value: unknown): value is Fields {
  return isObject(value)
}
