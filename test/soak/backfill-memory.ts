import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { grouped } from '../../build/system/numbers'
import { measureBackfill } from '../history/backfill-process'
import { startSource } from '../history/counting-source'
import { writeHistory } from '../history/history-file'

/** The memory limit of a backfill, for files of any size. */
const mostMegabytes = 200
const million = 1_000_000

interface Figures {
  readonly lines: number
  readonly calls: number
  readonly linesPerSecond: number
  readonly peakMegabytes: number
}

/** Checks that a million lines arrive as two million calls and take no more memory than a few lines. */
export async function backfillMemory(progress: (text: string) => void, lines = million) {
  const directory = mkdtempSync(path.join(tmpdir(), 'backfill-'))
  const file = path.join(directory, 'history.ndjson')
  const source = await startSource(false, (calls) => progress(`backfill: ${grouped(calls)} calls …`))
  try {
    await writeHistory(file, lines)
    const options = ['--yes', '--identify', 'all', '--rate', '100000']
    const { seconds, peakMegabytes } = await measureBackfill([file, ...options], source.url)
    const figures = { lines, calls: source.calls, linesPerSecond: Math.round(lines / seconds), peakMegabytes }
    return { ...figures, wrong: wrongIn(figures) }
  } finally {
    progress('')
    source.close()
    rmSync(directory, { recursive: true })
  }
}

/** The problems of a backfill whose lines give two calls each. */
export function wrongIn({ lines, calls, peakMegabytes }: Omit<Figures, 'linesPerSecond'>): string[] {
  return [
    ...(calls === 2 * lines ? [] : [`${grouped(calls)} calls arrived of ${grouped(2 * lines)}`]),
    ...(peakMegabytes <= mostMegabytes ? [] : [`the backfill took ${peakMegabytes} MB of at most ${mostMegabytes}`]),
  ]
}
