import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { HTTPException } from 'hono/http-exception'
import { codeOf, UserError } from '../system/errors'
import { jsonValue } from '../system/json'
import type { Kept } from './workbench'

/** Makes the directory, which must be one that can be written. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw new UserError(`--save: cannot make the directory ${directory} (${codeOf(error) ?? error})`, 2)
  }
}

/**
 * Writes a body as it came: `2026-01-31T12-00-00-000Z-1-check-in.json`. Only its owner may read it: it is a guest's.
 * @throws HTTPException when it cannot be written; the request is kept all the same.
 */
export function saveBody({ id, receivedAt, request, outcome }: Kept, directory: string): void {
  const event = folderOf(outcome.events[0] ?? 'no event')
  const ending = jsonValue(request.body) === undefined ? 'txt' : 'json'
  const name = `${receivedAt.replace(/[:.]/g, '-')}-${id}-${event}.${ending}`
  try {
    writeFileSync(path.join(directory, name), request.body, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const reason = `cannot write to ${directory} (${codeOf(error) ?? error})`
    throw new HTTPException(500, { message: `--save: ${reason}; what became of the request stands on the page` })
  }
}

/** How folders and files are named after an event: `Check-In` → `check-in`. */
export function folderOf(event: string): string {
  const words = event.toLowerCase().match(/[a-z0-9]+/g) ?? ['unnamed']
  return words.join('-').slice(0, 60)
}
