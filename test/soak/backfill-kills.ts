import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { grouped } from '../../build/system/numbers'
import { type BackfillProcess, startBackfill } from '../history/backfill-process'
import { type CountingSource, startSource } from '../history/counting-source'
import { writeHistory } from '../history/history-file'
import type { Random } from './random'

const lines = 40_000
const kills = 20
const rate = 2000
/** The calls that each kill may double: what four lanes have at the source, and what they sent since the last save. */
const underWay = 4 * (rate / 10) * 2
/** A process takes about two seconds to start, more on a busy machine. */
const longestMs = 4000

interface Figures {
  readonly kills: number
  readonly calls: number
  /** Calls that arrived more than once. */
  readonly doubled: number
  readonly exitOfSecond: number | null
}

/** Kills a backfill twenty times at random moments, starts a second one beside the last, and counts what arrived. */
export async function backfillKills(random: Random, progress: (text: string) => void) {
  const directory = mkdtempSync(path.join(tmpdir(), 'kills-'))
  const source = await startSource(true)
  try {
    const file = path.join(directory, 'history.ndjson')
    await writeHistory(file, lines)
    const start = () => startBackfill([file, '--yes', '--identify', 'all', '--rate', `${rate}`], source.url)
    for (let kill = 1; kill <= kills; kill++) {
      progress(`backfill: kill ${kill} of ${kills}, ${grouped(source.ids.size)} calls …`)
      await killed(start(), random.between(0, longestMs))
    }
    const last = start()
    const second = await secondBeside(last, start, source)
    const { code, stderr } = await last.end
    const figures = { kills, calls: source.ids.size, doubled: source.calls - source.ids.size, exitOfSecond: second }
    return {
      ...figures,
      wrong: [...(code === 0 ? [] : [`the last run ended with ${code}: ${stderr}`]), ...killsWrong(figures)],
    }
  } finally {
    progress('')
    source.close()
    rmSync(directory, { recursive: true })
  }
}

async function killed({ child, end }: BackfillProcess, ms: number): Promise<void> {
  await setTimeout(ms)
  child.kill('SIGKILL')
  await end
}

/** The exit code of a run that starts when the first one has begun to send. */
async function secondBeside(
  first: BackfillProcess,
  start: () => BackfillProcess,
  source: CountingSource,
): Promise<number | null> {
  const before = source.calls
  while (source.calls === before && first.child.exitCode === null) await setTimeout(20)
  return (await start().end).code
}

/** What was lost, or doubled more than it may. */
export function killsWrong({ calls, doubled, exitOfSecond }: Figures): string[] {
  return [
    ...(calls === 2 * lines ? [] : [`${grouped(calls)} calls arrived of ${grouped(2 * lines)}`]),
    ...(doubled <= kills * underWay ? [] : [`${grouped(doubled)} calls arrived twice`]),
    ...(exitOfSecond === 1 ? [] : [`a second run ended with ${exitOfSecond}`]),
  ]
}
