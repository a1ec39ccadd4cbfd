import path from 'node:path'
import { UserError } from '../system/errors'
import type { Shard } from './guest'

/** The files that a run writes. */
export interface FileNames {
  readonly checkpoint: string
  /** One file per input. */
  readonly rejected: readonly string[]
}

/**
 * Derives the names from the inputs, so the same command finds the files again. Each shard has its own files.
 * @throws UserError when one of the files is also an input, or the checkpoint is blank or a rejected file.
 */
export function fileNames(
  inputs: readonly string[],
  shard: Shard | undefined,
  checkpoint: string | undefined,
): FileNames {
  if (checkpoint?.trim() === '') throw new UserError('--checkpoint: expected the name of a file', 2)
  const part = shard === undefined ? '' : `.shard-${shard.number}-of-${shard.of}`
  const stems = inputs.map((name) => `${name === '-' ? 'stdin' : name}${part}`)
  const names = {
    checkpoint: checkpoint ?? `${stems[0]}.checkpoint.json`,
    rejected: stems.map((stem) => `${stem}.rejected.ndjson`),
  }
  const taken = [names.checkpoint, ...names.rejected].find((name) => includesFile(inputs, name))
  if (taken === undefined && !includesFile(names.rejected, names.checkpoint)) return names
  if (taken === undefined)
    throw new UserError(
      `${names.checkpoint} is also the file for rejected bodies; name another file with --checkpoint`,
      2,
    )
  throw new UserError(`${taken} is an input, but this run would also write it; run it separately`, 2)
}

/** Whether one of these is the same file, however its path is written. */
function includesFile(names: readonly string[], name: string): boolean {
  return names.some((other) => path.resolve(other) === path.resolve(name))
}
