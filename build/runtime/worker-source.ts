import { join } from 'node:path'
import { bundleWorker } from './bundle-worker'

let source: Promise<string> | undefined

/** The worker as one script. Each process bundles it once. */
export function workerSource(): Promise<string> {
  source ??= bundleWorker(join(__dirname, 'worker.ts'))
  return source
}
