import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '../system/errors'
import { projectRoot } from '../system/project'

const biome = createRequire(__filename).resolve('@biomejs/biome/bin/biome')

/** As the sources are laid out, save that tabs, and no blanks within braces, keep the script small. */
const style = path.join(projectRoot, 'build/bundle/layout.json')

/**
 * Lays a script out for people, by the formatter of the sources. It changes no more than blanks, quotes, semicolons and
 * parentheses.
 * @throws UserError when the formatter does not run.
 */
export async function layOut(code: string): Promise<string> {
  const command = [biome, 'format', `--config-path=${style}`, '--stdin-file-path=paytronix.js']
  const running = promisify(execFile)(process.execPath, command, { maxBuffer: Number.POSITIVE_INFINITY })
  running.child.stdin?.end(code)
  const { stdout } = await running.catch(() => {
    throw new UserError('cannot build: the formatter (Biome) does not lay out the script; run npm ci, then build again')
  })
  return stdout
}
