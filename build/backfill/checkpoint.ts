import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import type { Input } from '../bodies/input'
import { UserError } from '../system/errors'
import { readTextFile } from '../system/text-file'
import { DoneCheck, type DoneLinesJson, noDoneLines } from './done-lines'

const digest = v.pipe(v.string(), v.regex(/^[0-9a-f]{1,32}$/))

const checkpointShape = v.object({
  /** The target, settings and selection of the run. A run with others must not continue from this checkpoint. */
  run: v.record(v.string(), v.string()),
  files: v.array(
    v.object({
      name: v.string(),
      done: v.object({
        through: v.number(),
        except: v.array(v.number()),
        digest,
        last: v.optional(v.object({ line: v.number(), digest })),
      }),
      /** Bytes in its rejected file. */
      rejectedBytes: v.number(),
    }),
  ),
})

const checkpointJson = v.pipe(v.string(), v.parseJson(), checkpointShape)

/** The progress of a run. */
export interface Checkpoint {
  readonly run: Readonly<Record<string, string>>
  readonly files: readonly FileState[]
}

/** The progress in one file. */
export interface FileState {
  readonly name: string
  readonly done: DoneLinesJson
  readonly rejectedBytes: number
}

/**
 * Reads the checkpoint of an earlier run of these inputs, or creates a new one. The new run may have further inputs.
 * @throws UserError when the checkpoint belongs to other files, another target or another part, and when a file has
 * changed where it was done.
 */
export async function resume(file: string, inputs: readonly Input[], run: Checkpoint['run']): Promise<Checkpoint> {
  const earlier = existsSync(file) ? readCheckpoint(file) : undefined
  if (earlier !== undefined) checkRun(earlier, run, file)
  const known = earlier?.files ?? []
  if (known.length > inputs.length) throw anotherOne(file, `belongs to ${known.length} files`)
  for (const [index, { name, done }] of known.entries()) {
    const input = inputs[index]
    if (input === undefined || input.name !== name) throw anotherOne(file, `belongs to ${name}`)
    if (input.size !== undefined) await checkDone(input, done, file)
  }
  for (const input of inputs) await checkStart(input)
  const files = inputs.map(({ name }, index) => known[index] ?? { name, done: noDoneLines, rejectedBytes: 0 })
  return { run, files }
}

/** The error for a file whose done lines are not those of the checkpoint. */
export function changedFileError(name: string, checkpoint: string): UserError {
  return new UserError(
    `${name} has changed in lines that were already sent; run it as it was before, name another checkpoint with --checkpoint, or remove ${checkpoint} to send everything`,
  )
}

/** Finds headings that are missing and files that are no text before anything is sent. */
async function checkStart(input: Input): Promise<void> {
  if (input.size !== undefined) for await (const _ of input.items()) return
}

async function checkDone(input: Input, done: DoneLinesJson, file: string): Promise<void> {
  const check = new DoneCheck(done)
  if (done.through > 0) {
    for await (const items of input.items()) if (!items.every((item) => check.add(item))) break
  }
  if (!check.isSame) throw changedFileError(input.name, file)
}

function readCheckpoint(file: string): Checkpoint {
  const parsed = v.safeParse(checkpointJson, readTextFile(file))
  if (parsed.success) return parsed.output
  throw new UserError(
    `${file} is not a checkpoint of a backfill; name another with --checkpoint, or remove it to start again`,
    2,
  )
}

function checkRun({ run: earlier }: Checkpoint, run: Checkpoint['run'], file: string): void {
  if (isDeepStrictEqual(earlier, run)) return
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(run)])].filter(
    (name) => earlier[name] !== run[name],
  )
  const differences = names.map((name) => `${name} was ${earlier[name] ?? 'none'} and is ${run[name] ?? 'none'}`)
  throw anotherOne(file, `belongs to another run: ${differences.join(', ')}`)
}

function anotherOne(file: string, what: string): UserError {
  return new UserError(
    `${file} ${what}; run the same command as before, name another with --checkpoint, or remove it to start again`,
    2,
  )
}
