import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '../../build/system/project'

/** What a process of `npm run backfill` used. */
export interface Usage {
  readonly seconds: number
  readonly cpuSeconds: number
  readonly peakMegabytes: number
}

/** A running backfill. */
export interface BackfillProcess {
  readonly child: ChildProcess
  /** The exit code and what it wrote to stderr. */
  readonly end: Promise<{ readonly code: number | null; readonly stderr: string }>
}

/** Starts the backfill command of a checkout's package.json, without npm. */
export function startBackfill(argv: readonly string[], url: string, checkout = projectRoot, env = {}): BackfillProcess {
  const { scripts } = JSON.parse(readFileSync(path.join(checkout, 'package.json'), 'utf8'))
  const [program = '', ...options]: string[] = scripts.backfill.replace(/^exec /, '').split(' ')
  const bin = program === 'node' ? process.execPath : path.join(checkout, 'node_modules', '.bin', program)
  const source = { SEGMENT_TRACKING_URL: url, SEGMENT_WRITE_KEY: 'aKeyOfNobody' }
  const child = spawn(bin, [...options, ...argv], {
    cwd: checkout,
    env: { ...process.env, ...source, ...env },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const end = Promise.all([once(child, 'exit'), text(child.stderr)]).then(([[code], stderr]) => ({ code, stderr }))
  return { child, end }
}

/**
 * Runs a backfill to its end.
 * @throws Error when it fails.
 */
export async function measureBackfill(argv: readonly string[], url: string, checkout = projectRoot): Promise<Usage> {
  const report = `${argv[0]}.usage`
  const started = performance.now()
  const { code, stderr } = await startBackfill(argv, url, checkout, reporting(report)).end
  const seconds = (performance.now() - started) / 1000
  if (code !== 0) throw new Error(`the backfill ended with ${code}: ${stderr}`)
  const { userCPUTime, systemCPUTime, maxRSS } = JSON.parse(readFileSync(report, 'utf8'))
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, peakMegabytes: Math.round(maxRSS / 1024) }
}

/** The environment that makes the command's own process, but not its parent, write what it used to a file at the end. */
function reporting(report: string): Record<string, string> {
  return { NODE_OPTIONS: `--require ${path.join(__dirname, 'report-usage.cjs')}`, USAGE_FILE: report }
}
