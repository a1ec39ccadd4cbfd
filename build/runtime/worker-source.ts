import { join } from 'node:path'
import { build } from 'esbuild'

let source: Promise<string> | undefined

/** The worker as one CommonJS script. Each process bundles it once. */
export function workerSource(): Promise<string> {
  source ??= bundleWorker(join(__dirname, 'worker.ts'))
  return source
}

/** A worker thread cannot load TypeScript as tsx and jest do, so it gets one CommonJS script. */
export async function bundleWorker(entry: string): Promise<string> {
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
