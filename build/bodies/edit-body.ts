import { applyEdits, modify } from 'jsonc-parser'
import { UserError } from '../system/errors'
import { jsonOrText, jsonValue } from '../system/json'
import type { Body } from './bodies'
import { pathSteps, placeIn } from './body-path'

/** The values of `--set` and `--remove`. */
export interface Edits {
  /** Items such as `a.b[0]=value`. */
  readonly set: readonly string[]
  /** Items such as `a.b[0]`. */
  readonly remove: readonly string[]
}

/** Returns a changed copy of a JSON text. */
type Edit = (json: string) => string

/**
 * Creates a function that edits bodies. It first sets values, then removes values. The rest of the text stays.
 * @throws UserError when an argument has no valid path.
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

/** Does nothing when the value does not exist. */
function removal(path: string): Edit {
  const steps = pathSteps(path, '--remove')
  return (json) => {
    const { place, missing, isThere } = placeIn(json, steps)
    return isThere && missing.length === 0 ? applyEdits(json, modify(json, place, undefined, {})) : json
  }
}

/** Wraps the value in the objects and lists that these steps need. */
function containing(steps: readonly string[], value: unknown): unknown {
  return steps.reduceRight((inner, step) => (/^\d+$/.test(step) ? [inner] : { [step]: inner }), value)
}

function checkJson(text: string, file: string): void {
  if (jsonValue(text) !== undefined) return
  throw new UserError(`${file}: is not JSON, so --set and --remove cannot edit it; run it without them`, 2)
}

/** Adds the body's file to the error message. */
function editOf(file: string, edit: () => string): string {
  try {
    return edit()
  } catch (error) {
    if (error instanceof UserError) throw new UserError(`${file}: ${error.message}`, error.exitCode)
    if (!(error instanceof RangeError)) throw error
    throw new UserError(`${file}: is nested too deeply to edit; run it without --set and --remove`, 2)
  }
}
