import { join } from 'node:path'
import { buildSync } from 'esbuild'

let source: string | undefined

/**
 * The worker as one CommonJS script. A worker thread has neither tsx's nor jest's way of loading TypeScript,
 * so it is bundled, once a process.
 */
export function workerSource(): string {
  source ??= bundle(join(__dirname, 'worker.ts'))
  return source
}

function bundle(entry: string): string {
  const { outputFiles } = buildSync({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
  })
  return outputFiles.map((file) => file.text).join('\n')
}
