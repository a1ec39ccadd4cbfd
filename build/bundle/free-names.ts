import { transform } from 'esbuild'

/** Words that cannot name a global, so that esbuild refuses to define them. */
const keywords = new Set(
  `await break case catch class const continue debugger default delete do else enum export extends false finally for function if
  implements import in instanceof interface let new null package private protected public return static super switch this throw true
  try typeof var void while with yield`.split(/\s+/),
)

const marker = 'free$name$'

/**
 * The names that a script uses without declaring them: its globals. Words in strings, comments, properties and
 * local variables do not count. esbuild replaces defined names just where they are free, so every word of the
 * script is defined as a marked one, and the marks are collected.
 */
export async function freeNames(code: string): Promise<ReadonlySet<string>> {
  const words = new Set(code.match(/[\p{ID_Start}$_][\p{ID_Continue}$]*/gu))
  const define = Object.fromEntries([...words].filter(isIdentifier).map((word) => [word, marker + word]))
  const marked = await transform(code, { define, charset: 'utf8', logLevel: 'silent' })
  const marks = marked.code.matchAll(/free\$name\$([\p{ID_Continue}$]+)/gu)
  return new Set([...marks].map(([, name]) => name ?? ''))
}

/** Whether a script calls `import()`, which esbuild writes differently when told that it does not exist. */
export async function importsDynamically(code: string): Promise<boolean> {
  const plain = await transform(code, { logLevel: 'silent' })
  const without = await transform(code, { logLevel: 'silent', supported: { 'dynamic-import': false } })
  return plain.code !== without.code
}

function isIdentifier(word: string): boolean {
  return !keywords.has(word)
}
