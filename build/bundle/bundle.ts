import path from 'node:path'
import { UserError } from '../system/errors'
import { writeOutput } from '../system/output'
import { about, projectRoot } from '../system/project'
import { sign } from './banner'
import { compile } from './compile'
import { type BundledConfig, hasMappings } from './configuration-module'
import { freeNames } from './free-names'
import { checkBundle } from './gates'
import { ecmaScriptGlobals } from './globals'

/** The script that Segment runs. */
export interface Bundle {
  readonly code: string
  /** Its size in UTF-8 bytes. */
  readonly bytes: number
  /** The most bytes it may have. */
  readonly budget: number
}

export interface BundleOptions {
  /** What `segment.config.json` says of aliases and mappings; a whole configuration will do. */
  readonly config: BundledConfig
  /** A module that exports `onRequest`; `functions/on-request.ts` unless told. */
  readonly entry?: string
}

const kilobyte = 1024

/**
 * Builds the function in memory. The same sources and configuration give the same bytes on any machine.
 * @throws UserError when it does not compile, or breaks a rule of Segment's runtime.
 */
export async function bundle({ config, entry = 'functions/on-request.ts' }: BundleOptions): Promise<Bundle> {
  const code = sign(await wrap(await compile(path.resolve(projectRoot, entry), config)), about)
  const budget = (hasMappings(config) ? 150 : 100) * kilobyte
  const reasons = await checkBundle(code, { budget })
  if (reasons.length > 0) throw new UserError(`the built function breaks a rule of Segment:\n${reasons.join('\n')}`)
  return { code, bytes: Buffer.byteLength(code), budget }
}

/** Writes a bundle to `dist/paytronix.js`, or to another directory, and gives the file's path. */
export function writeBundle({ code }: Bundle, directory: string = path.join(projectRoot, 'dist')): string {
  const file = path.join(directory, 'paytronix.js')
  writeOutput(file, code)
  return file
}

/**
 * Makes a script of a function's body. Segment runs it in a VM context, where every mention of a global is an
 * intercepted look-up; so those that never change are looked up once and handed in as parameters.
 */
async function wrap(body: string): Promise<string> {
  const free = await freeNames(`(function () {\n${body}})`)
  const globals = ecmaScriptGlobals.filter((name) => free.has(name)).join(', ')
  return `const paytronix = (function (${globals}) {
'use strict'
${body}})(${globals})

async function onRequest(request, settings) {
  return paytronix(request, settings)
}
`
}
