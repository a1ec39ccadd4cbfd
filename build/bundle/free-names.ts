import { parse } from 'acorn'
import { analyze } from 'eslint-scope'

const ecmaVersion = 2023

/**
 * The names that a script uses without declaring them: its globals. Words in strings, comments, properties and
 * local variables do not count. Throws a SyntaxError for what is no script.
 */
export function freeNames(code: string): ReadonlySet<string> {
  // Inside a function, where the script's own declarations are local.
  const program = parse(`(function () {\n${code}\n})`, { ecmaVersion, ranges: true })
  // Two packages describe one tree, ESTree, with types of their own.
  const { globalScope } = analyze(program as Parameters<typeof analyze>[0], { ecmaVersion })
  return new Set(globalScope?.through.map(({ identifier }) => identifier.name))
}
