import { existsSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import * as v from 'valibot'
import { digestOf } from '../system/digest'
import { UserError } from '../system/errors'
import { readTextFile } from '../system/text-file'
import type { DoneLinesJson } from './done-lines'
import type { Input } from './input'

/** How a file is known again, though it may have grown: the digest of its first bytes, of which it has at least so many. */
const signature = v.object({ name: v.string(), bytes: v.number(), sha256: v.string() })

const checkpointShape = v.object({
  /** Where the calls go, and which of them. Another run of the same bodies must not take these for its own. */
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

/** What of a file is done. */
export interface FileState {
  readonly name: string
  readonly done: DoneLinesJson
  readonly rejectedBytes: number
}

/** More would take a body that was mended in place for another file. */
const headBytes = 4096

/**
 * Reads where an earlier run was, for these inputs, and begins where there is none. More inputs than then may follow.
 * @throws UserError for a checkpoint of other files, of another target or of another part.
 */
export async function resume(file: string, inputs: readonly Input[], run: Checkpoint['run']): Promise<Checkpoint> {
  const earlier = existsSync(file) ? readCheckpoint(file) : undefined
  if (earlier !== undefined) checkRun(earlier, run, file)
  const files: Checkpoint['files'][number][] = []
  const known = earlier?.files ?? []
  if (known.length > inputs.length) throw anotherOne(file, `is of ${known.length} files`)
  for (const [index, input] of inputs.entries()) files.push(await resumeFile(input, known[index], file))
  return { run, files }
}

function readCheckpoint(file: string): Checkpoint {
  const parsed = v.safeParse(checkpointJson, readTextFile(file))
  if (parsed.success) return parsed.output
  throw new UserError(
    `${file} is no checkpoint of a backfill; name another with --checkpoint, or remove it to begin anew`,
    2,
  )
}

function checkRun({ run: earlier }: Checkpoint, run: Checkpoint['run'], file: string): void {
  if (isDeepStrictEqual(earlier, run)) return
  const names = [...new Set([...Object.keys(earlier), ...Object.keys(run)])].filter(
    (name) => earlier[name] !== run[name],
  )
  const differences = names.map((name) => `${name} was ${earlier[name] ?? 'none'} and is ${run[name] ?? 'none'}`)
  throw anotherOne(file, `is of another run: ${differences.join(', ')}`)
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
    input.name === earlier.name ? `is of another ${input.name}, which began differently` : `is of ${earlier.name}`,
  )
}

function anotherOne(file: string, what: string): UserError {
  return new UserError(
    `${file} ${what}; run what it belongs to, name another with --checkpoint, or remove it to begin anew`,
    2,
  )
}

function refuseUtf16([first, second]: Buffer, name: string): void {
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)
  if (isUtf16) throw new UserError(`${name} is UTF-16 text; convert it to UTF-8 first`, 2)
}
