import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * What only people read: a declaration's `description`, `firesWhen` and `goodFor`, and comments inside of classes and
 * objects, which esbuild would keep. The formatter sees to it that each begins a line; a test, that none is left.
 */
export const documentation = /^ +(?:(?:description|firesWhen|goodFor):\s+(['"]).*\1,|\/\*\* .* \*\/|\/\/ .*)\n/gm

/** The calls that report steps of the work to `npm run inspect`, see `shared/read/trace.ts`. A test sees that none is left. */
export const tracing = /^ +trace\(.*\)\n/gm

/**
 * Leaves lines of the sources out of the bundle: what Segment runs does without them, and its size and speed count.
 * They stand in the sources, and in what else is made of them.
 */
export function stripLines(directories: readonly string[], lines: readonly RegExp[]): Plugin {
  return {
    name: 'strip-lines',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const isOurs = directories.some((directory) => file.startsWith(directory + path.sep))
        return isOurs ? { contents: without(lines, readFileSync(file, 'utf8')), loader: 'ts' } : undefined
      })
    },
  }
}

function without(lines: readonly RegExp[], text: string): string {
  return lines.reduce((rest, pattern) => rest.replace(pattern, ''), text)
}
