import { join } from 'node:path'
import { build } from 'esbuild'

let source: Promise<string> | undefined

/**
 * The worker as one CommonJS script. A worker thread cannot load TypeScript as tsx and jest do, so each process bundles
 * the worker once.
 */
export function workerSource(): Promise<string> {
  source ??= bundle(join(__dirname, 'worker.ts'))
  return source
}

async function bundle(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  })
  return outputFiles.map((file) => file.text).join('\n')
}
