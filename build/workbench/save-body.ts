import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { HTTPException } from 'hono/http-exception'
import { codeOf, UserError } from '../system/errors'
import { jsonValue } from '../system/json'
import type { Kept } from './kept'

/** Creates a directory and checks that it is writable. */
export function makeDirectory(directory: string): void {
  try {
    mkdirSync(directory, { recursive: true })
  } catch (error) {
    throw new UserError(`--save-to: cannot create the directory ${directory} (${codeOf(error) ?? error})`, 2)
  }
}

/**
 * Writes an unchanged body to a file: `2026-01-31T12-00-00-000Z-1-check-in.json`. Only the owner may read it, because
 * it holds a guest's data.
 * @throws HTTPException when the file cannot be written. The request is kept anyway.
 */
export function saveBody({ id, receivedAt, request, outcome }: Kept, directory: string): void {
  const event = folderOf(outcome.events[0] ?? 'no event')
  const ending = jsonValue(request.body) === undefined ? 'txt' : 'json'
  const name = `${receivedAt.replace(/[:.]/g, '-')}-${id}-${event}.${ending}`
  try {
    writeFileSync(path.join(directory, name), request.body, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    const reason = `cannot write to ${directory} (${codeOf(error) ?? error})`
    throw new HTTPException(500, { message: `--save-to: ${reason}; the page shows the result of the request` })
  }
}

/** The name of an event's folders and files: `Check-In` → `check-in`. */
export function folderOf(event: string): string {
  const words = event.toLowerCase().match(/[a-z0-9]+/g) ?? ['unnamed']
  return words.join('-').slice(0, 60)
}
