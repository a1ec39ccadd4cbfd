import path from 'node:path'
import { build } from 'esbuild'
import { projectRoot } from '../system/project'
import { readTextFile } from '../system/text-file'

export interface PageFile {
  readonly type: string
  readonly contents: string
}

const directory = path.join(projectRoot, 'build', 'workbench', 'web')

/** Builds the page from `build/workbench/web`. Returns its files by path. The page needs no other files. */
export async function buildPage(): Promise<Map<string, PageFile>> {
  const read = (name: string) => readTextFile(path.join(directory, name))
  const [script, style] = await Promise.all([bundled('main.tsx'), bundled('page.css')])
  return new Map([
    ['/', { type: 'text/html; charset=utf-8', contents: read('index.html') }],
    ['/page.js', { type: 'text/javascript; charset=utf-8', contents: script }],
    ['/page.css', { type: 'text/css; charset=utf-8', contents: style }],
    ['/icon.svg', { type: 'image/svg+xml', contents: read('icon.svg') }],
  ])
}

async function bundled(name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [path.join(directory, name)],
    ...{ bundle: true, write: false, minify: true, logLevel: 'silent', format: 'esm', target: 'es2022' },
    ...{ jsx: 'automatic', jsxImportSource: 'preact', tsconfigRaw: {} },
  })
  return outputFiles[0]?.text ?? ''
}
