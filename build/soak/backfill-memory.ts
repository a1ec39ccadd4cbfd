import { spawn } from 'node:child_process'
import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import * as v from 'valibot'
import { scripts } from '../../package.json'
import { grouped } from '../system/numbers'
import { projectRoot } from '../system/project'
import type { Found } from './discrepancies'
import type { Part } from './part'

/** What a backfill may take, however large its files are. */
const mostMegabytes = 200
const million = 1_000_000

interface BackfillFigures {
  readonly lines: number
  readonly calls: number
  readonly seconds: number
  readonly linesPerSecond: number
  readonly peakMegabytes: number
}

/** A million lines take no more memory than a few; it is not for the options of the soak to make them fewer. */
export const backfillMemory: Part = {
  name: 'backfill',
  holds: `a million lines arrive as two million calls, in at most ${mostMegabytes} MB`,
  async run(_code, _options, { progress }) {
    const figures = await measureBackfill(million, progress)
    return { figures, rows: rowsOf(figures), found: discrepanciesOf(figures) }
  },
}

/** What is wrong with the figures of a backfill, every line of which gives two calls. */
export function discrepanciesOf({ lines, calls, peakMegabytes }: BackfillFigures): Found {
  const first = [
    ...(calls === 2 * lines ? [] : [`${grouped(calls)} calls arrived of ${grouped(2 * lines)}`]),
    ...(peakMegabytes <= mostMegabytes ? [] : [`the process took ${peakMegabytes} MB`]),
  ]
  return { count: first.length, first }
}

function rowsOf({ lines, calls, linesPerSecond, peakMegabytes }: BackfillFigures) {
  return [
    ['lines', grouped(lines)],
    ['calls', grouped(calls)],
    ['lines a second', grouped(linesPerSecond)],
    ['most memory', `${grouped(peakMegabytes)} MB`],
  ] as const
}

/** Backfills so many lines by the command itself, in a process of its own, to a stand-in of Segment in this one. */
async function measureBackfill(lines: number, progress: (text: string) => void): Promise<BackfillFigures> {
  const directory = mkdtempSync(path.join(tmpdir(), 'backfill-'))
  const intake = await startIntake()
  try {
    const file = path.join(directory, 'history.ndjson')
    progress(`writing ${grouped(lines)} lines …`)
    await pipeline(Readable.from(bodies(lines)), createWriteStream(file))
    const timer = setInterval(() => progress(`backfill: ${grouped(intake.calls())} calls …`), 1000)
    const started = performance.now()
    const peakMegabytes = await runCommand(file, intake.url).finally(() => clearInterval(timer))
    const seconds = (performance.now() - started) / 1000
    return { lines, calls: intake.calls(), seconds, linesPerSecond: Math.round(lines / seconds), peakMegabytes }
  } finally {
    progress('')
    await intake.close()
    rmSync(directory, { recursive: true })
  }
}

/** The invented history of a hundred thousand guests, some of whom have only a card at first. */
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

interface Intake {
  readonly url: string
  calls(): number
  close(): Promise<void>
}

const batch = v.object({ batch: v.array(v.unknown()) })

/** Takes every batch, and counts its calls. */
async function startIntake(): Promise<Intake> {
  let calls = 0
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    calls += v.parse(batch, JSON.parse(Buffer.concat(chunks).toString())).batch.length
    response.setHeader('content-type', 'application/json').end('{"success":true}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo // a server that listens on a port has one
  return {
    url: `http://127.0.0.1:${port}`,
    calls: () => calls,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

/** Runs `npm run backfill` as package.json has it, and gives the most memory that it took, in MB. */
async function runCommand(file: string, url: string): Promise<number> {
  const report = `${file}.memory`
  const [program = '', ...given] = scripts.backfill.split(' ')
  const argv = [...given, file, '--rate', '100000']
  const env = { ...process.env, ...settings(url, report) }
  const child = spawn(path.join(projectRoot, 'node_modules', '.bin', program), argv, { cwd: projectRoot, env })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000)
  })
  child.stdout.resume()
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) throw new Error(`npm run backfill ended with ${code}: ${said}`)
  return Math.round(Number(readFileSync(report, 'utf8')) / 1024)
}

/** The command's process writes down what it took when it ends; the one that only starts it does not. */
function settings(url: string, report: string): Record<string, string> {
  const atExit = `writeFileSync(${JSON.stringify(report)}, String(process.resourceUsage().maxRSS))`
  const script = `import { writeFileSync } from 'node:fs'; if (process.argv[1]?.endsWith('cli.ts')) process.on('exit', () => ${atExit})`
  const hook = `data:text/javascript,${encodeURIComponent(script)}`
  return { SEGMENT_TRACKING_URL: url, SEGMENT_WRITE_KEY: 'soak', NODE_OPTIONS: `--import ${hook}` }
}
