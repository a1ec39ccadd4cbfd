import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { digestOf } from '../system/digest'
import { UserError } from '../system/errors'
import { readTextFile } from '../system/text-file'
import type { DoneLinesJson } from './done-lines'
import type { Input } from './input'

/** Identifies a file even after it has grown: the digest of its first `bytes` bytes. */
const signature = v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })

const checkpointShape = v.object({
  /** The target, settings and selection of the run. A run with others must not continue from this checkpoint. */
  run: v.record(v.string(), v.string()),
  files: v.array(
    v.object({
      ...signature.entries,
      done: v.object({ through: v.number(), except: v.array(v.number()) }),
      /** Bytes in its rejected file. */
      rejectedBytes: v.number(),
    }),
  ),
})

const checkpointJson = v.pipe(v.string(), v.parseJson(), checkpointShape)

export type Checkpoint = v.InferOutput<typeof checkpointShape>

/** The progress in one file. */
export interface FileState {
  readonly name: string
  readonly done: DoneLinesJson
  readonly rejectedBytes: number
}

/** With a larger head, a body that somebody corrects in place would make the file look like another one. */
const headBytes = 4096

/**
 * Reads the checkpoint of an earlier run of these inputs, or creates a new one. The new run may have further inputs.
 * @throws UserError when the checkpoint belongs to other files, another target or another part.
 */
export async function resume(file: string, inputs: readonly Input[], run: Checkpoint['run']): Promise<Checkpoint> {
  const earlier = existsSync(file) ? readCheckpoint(file) : undefined
  if (earlier !== undefined) checkRun(earlier, run, file)
  const files: Checkpoint['files'][number][] = []
  const known = earlier?.files ?? []
  if (known.length > inputs.length) throw anotherOne(file, `belongs to ${known.length} files`)
  for (const [index, input] of inputs.entries()) files.push(await resumeFile(input, known[index], file))
  return { run, files }
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

async function resumeFile(
  input: Input,
  earlier: Checkpoint['files'][number] | undefined,
  file: string,
): Promise<Checkpoint['files'][number]> {
  const head = await input.head(headBytes)
  refuseUtf16(head, input.name)
  const now = { name: input.name, bytes: head.length, sha256: digestOf(head) }
  if (earlier === undefined) return { ...now, done: { through: 0, except: [] }, rejectedBytes: 0 }
  const isSame = head.length >= earlier.bytes && digestOf(head.subarray(0, earlier.bytes)) === earlier.sha256
  if (isSame && input.name === earlier.name) return { ...earlier, ...now }
  throw anotherOne(
    file,
    input.name === earlier.name
      ? `belongs to another ${input.name}, which begins differently`
      : `belongs to ${earlier.name}`,
  )
}

function anotherOne(file: string, what: string): UserError {
  return new UserError(
    `${file} ${what}; run the same command as before, name another with --checkpoint, or remove it to start again`,
    2,
  )
}

function refuseUtf16([first, second]: Buffer, name: string): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) throw new UserError(`${name} is UTF-16 text; convert it to UTF-8 first`, 2)
}
