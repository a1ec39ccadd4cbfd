import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { json } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { promisify } from 'node:util'
import * as v from 'valibot'
import { grouped } from '../../build/system/numbers'
import { projectRoot } from '../../build/system/project'
import { scripts } from '../../package.json'

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
export async function backfillMemory(progress: (text: string) => void) {
  const figures = await measureBackfill(million, progress)
  return { ...figures, wrong: wrongIn(figures) }
}

/** The problems of a backfill whose lines give two calls each. */
export function wrongIn({ lines, calls, peakMegabytes }: Omit<Figures, 'linesPerSecond'>): string[] {
  return [
    ...(calls === 2 * lines ? [] : [`${grouped(calls)} calls arrived of ${grouped(2 * lines)}`]),
    ...(peakMegabytes <= mostMegabytes ? [] : [`the backfill took ${peakMegabytes} MB of at most ${mostMegabytes}`]),
  ]
}

/** Runs the real command in its own process. It sends calls to a server in this process, which counts them. */
async function measureBackfill(lines: number, progress: (text: string) => void): Promise<Figures> {
  const directory = mkdtempSync(path.join(tmpdir(), 'backfill-'))
  const file = path.join(directory, 'history.ndjson')
  let calls = 0
  const server = createServer(async (request, response) => {
    calls += v.parse(batch, await json(request)).batch.length
    progress(`backfill: ${grouped(calls)} calls …`)
    response.setHeader('content-type', 'application/json').end('{"success":true}')
  })
  try {
    await once(server.listen(0, '127.0.0.1'), 'listening')
    await pipeline(Readable.from(bodies(lines)), createWriteStream(file))
    const { port } = server.address() as AddressInfo // a server that listens on a port has one
    const started = performance.now()
    const peakMegabytes = await runBackfill(file, `http://127.0.0.1:${port}`)
    const seconds = (performance.now() - started) / 1000
    return { lines, calls, linesPerSecond: Math.round(lines / seconds), peakMegabytes }
  } finally {
    progress('')
    server.close()
    rmSync(directory, { recursive: true })
  }
}

const batch = v.object({ batch: v.array(v.unknown()) })

/** The invented history of a hundred thousand guests. Some have only a card at first. */
function* bodies(lines: number): Generator<string> {
  const start = Date.UTC(2020, 0, 1)
  for (let line = 0; line < lines; line++) {
    const guest = (line * 7919) % 100_000
    const body = {
      event: line % 3 === 0 ? 'Check-In' : 'Add/Redeem',
      eventId: `event-${line}`,
      timestamp: new Date(start + line * 60_000).toISOString(),
      printedCardNumber: `${6_000_000_000 + guest}`,
      ...(line > lines / 4 && { accountId: 500_000 + guest, email: `guest${guest}@example.com` }),
      store: { code: `${line % 300}`, city: 'Boston', stateProvince: 'MA' },
      walletBalances: [
        { walletCode: '1', label: 'Points', balance: `${line % 900}.50` },
        { walletCode: '7', label: 'Rewards', balance: '5' },
      ],
    }
    yield `${JSON.stringify(body)}\n`
  }
}

/** Runs the backfill command of package.json. Returns its peak memory in MB. */
async function runBackfill(file: string, url: string): Promise<number> {
  const report = `${file}.memory`
  const [program = '', ...options] = scripts.backfill.split(' ')
  const env = { ...process.env, ...environment(url, report) }
  const bin = path.join(projectRoot, 'node_modules', '.bin', program)
  await promisify(execFile)(bin, [...options, file, '--rate', '100000'], { cwd: projectRoot, env })
  return Math.round(Number(readFileSync(report, 'utf8')) / 1024)
}

/** The environment that makes the command's own process, but not its parent, write its memory to a file at the end. */
function environment(url: string, report: string): Record<string, string> {
  const atExit = `writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS))`
  const script = `import { writeFileSync } from 'node:fs'; if (process.argv[1]?.endsWith('cli.ts')) process.on('exit', () => ${atExit})`
  const hook = `data:text/javascript,${encodeURIComponent(script)}`
  return { SEGMENT_TRACKING_URL: url, SEGMENT_WRITE_KEY: 'soak', NODE_OPTIONS: `--import ${hook}` }
}
