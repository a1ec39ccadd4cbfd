import path from 'node:path'
import { UserError } from '../system/errors'
import type { Shard } from './guest'

/** The files that a run writes. */
export interface FileNames {
  readonly checkpoint: string
  /** One for each input. */
  readonly rejected: readonly string[]
}

/**
 * Names them after the inputs, so that the same command finds them again; each shard has its own.
 * @throws UserError when one of them is an input itself, or the checkpoint is blank or a rejected file.
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
    throw new UserError(`${names.checkpoint} would take what is rejected, too; name another file with --checkpoint`, 2)
  throw new UserError(`${taken} is to be read, and is what this run would write; run it by itself`, 2)
}

/** Whether one of these is the same file, however its path is written. */
function includesFile(names: readonly string[], name: string): boolean {
  return names.some((other) => path.resolve(other) === path.resolve(name))
}
