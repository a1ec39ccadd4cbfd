import { build } from 'esbuild'

/** Bundles a worker as one CommonJS script: a thread or process of its own cannot load TypeScript as tsx and jest do. */
export async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [entry],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'], // some packages can be bundled only so
  })
  return outputFiles.map((file) => file.text).join('\n')
}
