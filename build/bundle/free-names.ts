import { parse } from 'acorn'
import { analyze } from 'eslint-scope'

const ecmaVersion = 2023

/**
 * The names that a script uses without declaring them: its globals. Words in strings, comments, properties and
 * local variables do not count. Throws a SyntaxError when the code is not a script.
 */
export function freeNames(code: string): ReadonlySet<string> {
  // Inside a function, the script's own declarations are local.
  const program = parse(`(function () {\n${code}\n})`, { ecmaVersion, ranges: true })
  // Both packages use the same ESTree format, but each declares its own types.
  const { globalScope } = analyze(program as Parameters<typeof analyze>[0], { ecmaVersion })
  return new Set(globalScope?.through.map(({ identifier }) => identifier.name))
}
