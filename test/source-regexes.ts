import path from 'node:path'
import { sourceFiles } from './source-files'
import { isNode, syntaxOf } from './syntax-tree'

const root = path.join(__dirname, '..')

/** The regular expressions of one source file. */
export interface FileRegexes {
  /** As seen from the project's root, with slashes. */
  readonly file: string
  /** Those written as literals. */
  readonly literals: readonly RegExp[]
  /** Those that it composes when it is loaded. */
  readonly composed: readonly RegExp[]
}

/** Every file of these directories that has a regular expression, found in its syntax. */
export function sourceRegexes(directories: readonly string[]): FileRegexes[] {
  return sourceFiles(directories)
    .sort()
    .map(regexesOf)
    .filter(({ literals, composed }) => literals.length + composed.length > 0)
}

function regexesOf(file: string): FileRegexes {
  const nodes = syntaxOf(path.join(root, file))
  const literals = nodes.filter(({ type }) => type === 'RegExpLiteral')
  const composes = nodes.some(({ callee }) => isNode(callee) && callee.value === 'RegExp')
  return {
    file,
    literals: literals.map(({ pattern, flags }) => new RegExp(String(pattern), String(flags))),
    composed: composes ? composedIn(path.join(root, file)) : [],
  }
}

/** Loads a file with a RegExp that keeps what is made by it. */
function composedIn(file: string): RegExp[] {
  const made: RegExp[] = []
  const { RegExp: Original } = globalThis
  const spy = jest.spyOn(globalThis, 'RegExp').mockImplementation((pattern, flags) => {
    const one = new Original(pattern, flags)
    made.push(one)
    return one
  })
  jest.isolateModules(() => require(file))
  spy.mockRestore()
  if (made.length === 0) throw new Error(`${file} composes a regular expression, but not when it is loaded`)
  return made
}
