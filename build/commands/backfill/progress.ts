import type { Counts } from '../../backfill/counts'
import type { Screen } from '../../cli/screen'
import { durationText } from '../../system/duration'
import { counted, grouped } from '../../system/numbers'
import type { Time } from '../../system/time'

interface ProgressOptions {
  readonly isTerminal: boolean
  readonly screen: Pick<Screen, 'progress' | 'note'>
  readonly time: Pick<Time, 'elapsed'>
}

const terminalMs = 200
const lineMs = 10_000

/** Creates a function that shows progress: a progress line on a terminal, otherwise a line every ten seconds. */
export function createProgress(counts: Counts, { isTerminal, screen, time }: ProgressOptions): () => void {
  let shown = time.elapsed()
  let start = { time: shown, read: 0 }
  return () => {
    const now = time.elapsed()
    // Skipping the lines of an earlier run is fast, so it must not count for the estimate of the remaining time.
    if (counts.lines === counts.earlier) start = { time: now, read: counts.read }
    if (now - shown < (isTerminal ? terminalMs : lineMs)) return
    shown = now
    const text = progressText(counts, { seconds: (now - start.time) / 1000, read: counts.read - start.read })
    if (isTerminal) screen.progress(text)
    else screen.note(text)
  }
}

/** One line of at most 79 characters, most important first. `since` counts from the first new body. */
export function progressText(counts: Counts, since: { readonly seconds: number; readonly read: number }): string {
  const { lines, calls, rejected } = counts
  return [
    ...shareParts(counts, since),
    counted(lines, 'line'),
    counted(calls, 'call'),
    `${grouped(Math.round(calls / Math.max(since.seconds, 1)))}/s`,
    `${grouped(rejected)} rejected`,
  ].join('  ')
}

function shareParts({ read, size }: Counts, since: { readonly seconds: number; readonly read: number }): string[] {
  if (!size) return []
  const share = Math.min(read / size, 1)
  const left = since.read === 0 ? '' : `${durationText((since.seconds * (size - read)) / since.read)} left`
  return [`${barOf(share)} ${Math.floor(share * 100)}%`, ...(left === '' ? [] : [left])]
}

const barLength = 6

function barOf(share: number): string {
  const full = Math.floor(share * barLength)
  return '█'.repeat(full) + '░'.repeat(barLength - full)
}
