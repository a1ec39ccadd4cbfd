import { applyEdits, modify } from 'jsonc-parser'
import { UserError } from '../system/errors'
import { jsonOrText, jsonValue } from '../system/json'
import type { Body } from './bodies'
import { pathSteps, placeIn } from './body-path'

/** What `--set` and `--remove` ask for. */
export interface Edits {
  /** `a.b[0]=value` each. */
  readonly set: readonly string[]
  /** `a.b[0]` each. */
  readonly remove: readonly string[]
}

/** One change of a JSON text, which gives a new one. */
type Edit = (json: string) => string

/**
 * Makes a function that edits bodies: values are set first, then removed. The rest of a body's text stays as it is.
 * @throws UserError for an argument that holds no path.
 */
export function bodyEditor({ set, remove }: Edits): (body: Body) => Body {
  const edits = [...set.map(setting), ...remove.map(removal)]
  if (edits.length === 0) return (body) => body
  return ({ file, text }) => {
    checkJson(text, file)
    return { file, text: edits.reduce((json, edit) => editOf(file, () => edit(json)), text) }
  }
}

function setting(argument: string): Edit {
  const [, path = '', text = ''] = /^([^=]+)=(.*)$/s.exec(argument) ?? []
  if (path === '') throw new UserError('--set: expected path=value, such as account.accountId=42', 2)
  const steps = pathSteps(path, '--set')
  const value = jsonOrText(text)
  return (json) => {
    const { place, missing, problem } = placeIn(json, steps)
    if (problem !== undefined) throw new UserError(`--set ${path}: ${problem}`, 2)
    return applyEdits(json, modify(json, place, containing(missing, value), {}))
  }
}

/** What is not there needs no removing. */
function removal(path: string): Edit {
  const steps = pathSteps(path, '--remove')
  return (json) => {
    const { place, missing, isThere } = placeIn(json, steps)
    return isThere && missing.length === 0 ? applyEdits(json, modify(json, place, undefined, {})) : json
  }
}

/** The value inside of the objects and lists that these steps lead through. */
function containing(steps: readonly string[], value: unknown): unknown {
  return steps.reduceRight((inner, step) => (/^\d+$/.test(step) ? [inner] : { [step]: inner }), value)
}

function checkJson(text: string, file: string): void {
  if (jsonValue(text) !== undefined) return
  throw new UserError(`${file}: is not JSON, so --set and --remove cannot edit it; send it without them`, 2)
}

/** Names the body in the complaint, for edits are made to many. */
function editOf(file: string, edit: () => string): string {
  try {
    return edit()
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${file}: ${error.message}`, error.exitCode)
    if (!(error instanceof RangeError)) throw error
    throw new UserError(`${file}: is nested too deeply to be edited; send it without --set and --remove`, 2)
  }
}
