import path from 'node:path'
import { UserError } from '../system/errors'
import { writeOutput } from '../system/output'
import { about, projectRoot } from '../system/project'
import { sign } from './banner'
import { compile } from './compile'
import type { BundledConfig } from './configuration-module'
import { checkBundle } from './gates'
import { licenseNotices } from './license-notices'

/** The script that Segment runs. */
export interface Bundle {
  readonly code: string
  /** Its size in UTF-8 bytes. */
  readonly bytes: number
}

export interface BundleOptions {
  /** The aliases and mappings of `segment.config.json`. A whole configuration is accepted too. */
  readonly config: BundledConfig
  /** A module that exports `onRequest`. Default: `functions/on-request.ts`. */
  readonly entry?: string
}

/**
 * Builds the function in memory. The same sources and configuration give the same bytes on every machine.
 * @throws UserError when the function does not compile, or breaks a rule of Segment's runtime.
 */
export async function bundle({ config, entry = 'functions/on-request.ts' }: BundleOptions): Promise<Bundle> {
  const compiled = await compile(path.resolve(projectRoot, entry), config)
  const code = sign(licenseNotices(compiled.files) + compiled.code, about)
  const reasons = checkBundle(code)
  if (reasons.length > 0) throw new UserError(`the built function breaks a rule of Segment:\n${reasons.join('\n')}`)
  return { code, bytes: Buffer.byteLength(code) }
}

/** Writes a bundle as `paytronix.js` to a directory. Returns the file's path. */
export function writeBundle({ code }: Bundle, directory: string): string {
  const file = path.join(directory, 'paytronix.js')
  writeOutput(file, code)
  return file
}
