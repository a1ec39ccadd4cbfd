import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { figureTable } from '../../build/render/table'
import { projectRoot } from '../../build/system/project'
import { measureBackfill, type Usage } from '../history/backfill-process'
import { startSource } from '../history/counting-source'
import { writeHistory } from '../history/history-file'

/** What a checkout took for the same file and the same local source. */
export interface Measured extends Usage {
  readonly name: string
  readonly lines: number
  readonly calls: number
  readonly requests: number
  readonly bytes: number
}

export interface BackfillBench {
  readonly lines: number
  readonly runs: number
  /** Another checkout of the project, which takes turns with this one. */
  readonly against: string | undefined
  readonly progress: (text: string) => void
}

/** Runs the backfill of each checkout in turn. Returns the median run of each, by time. */
export async function benchBackfill({ lines, runs, against, progress }: BackfillBench): Promise<Measured[]> {
  const directory = mkdtempSync(path.join(tmpdir(), 'bench-'))
  try {
    const file = path.join(directory, 'history.ndjson')
    await writeHistory(file, lines)
    const checkouts = [projectRoot, ...(against === undefined ? [] : [path.resolve(against)])]
    const all: Measured[] = []
    for (let run = 1; run <= runs; run++) {
      for (const checkout of checkouts) {
        progress(`backfill: run ${run} of ${runs} in ${checkout} …`)
        all.push(await measure(checkout, file, lines))
      }
    }
    return checkouts.flatMap((checkout) => medianOf(all.filter(({ name }) => name === checkout)))
  } finally {
    progress('')
    rmSync(directory, { recursive: true })
  }
}

async function measure(checkout: string, file: string, lines: number): Promise<Measured> {
  const source = await startSource()
  const checkpoint = path.join(path.dirname(file), `checkpoint-${performance.now()}.json`)
  try {
    const argv = [file, '--checkpoint', checkpoint, '--rate', '1000000', '--yes', '--identify', 'all']
    const usage = await measureBackfill(argv, source.url, checkout)
    const { calls, requests, bytes } = source
    return { ...usage, name: checkout, lines, calls, requests, bytes }
  } finally {
    source.close()
  }
}

function medianOf(runs: readonly Measured[]): Measured[] {
  const sorted = runs.toSorted((one, other) => one.seconds - other.seconds)
  const median = sorted[Math.floor(sorted.length / 2)]
  return median === undefined ? [] : [median]
}

/** A row per checkout. The cores in use tell what bounds it: all of them, or something that waits. */
export function backfillTable(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, lines, seconds, cpuSeconds, peakMegabytes, requests, bytes }) => [
    name === projectRoot ? 'this checkout' : name,
    `${Math.round(lines / seconds)}`,
    `${((cpuSeconds / lines) * 1e6).toFixed(0)}`,
    (cpuSeconds / seconds).toFixed(1),
    `${peakMegabytes}`,
    `${requests}`,
    (bytes / 1e6).toFixed(1),
  ])
  const heading = ['backfill', 'lines/s', 'CPU µs/line', 'cores in use', 'peak MB', 'requests', 'MB sent']
  return figureTable([heading, ...rows], 0)
}
