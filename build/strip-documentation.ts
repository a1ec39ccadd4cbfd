import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Plugin } from 'esbuild'

/**
 * What only people read: a declaration's `description`, `firesWhen` and `goodFor`, and comments inside of classes and objects,
 * which esbuild would keep. The formatter sees to it that each begins a line; a test, that none is left.
 */
const documentation = /^ +(?:(?:description|firesWhen|goodFor):\s+(['"]).*\1,|\/\*\* .* \*\/|\/\/ .*)\n/gm

/**
 * Leaves out of the bundle what the declarations of events and properties say for people alone: Segment runs the
 * function without it, and its size counts. It stands in the sources, and in the documents made of them.
 */
export function stripDocumentation(directories: readonly string[]): Plugin {
  return {
    name: 'strip-documentation',
    setup({ onLoad }) {
      onLoad({ filter: /\.ts$/ }, ({ path: file }) => {
        const isOurs = directories.some((directory) => file.startsWith(directory + path.sep))
        const contents = () => readFileSync(file, 'utf8').replace(documentation, '')
        return isOurs ? { contents: contents(), loader: 'ts' } : undefined
      })
    },
  }
}
