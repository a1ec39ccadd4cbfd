import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { projectRoot } from '../../../build/system/project'
import { isWindows } from '../../windows'
import { file, run } from './run'

test.each([
  [['--port', 'http'], '--port: expected a whole number from 0 to 65535'],
  [['--port', '65536'], '--port: expected a whole number from 0 to 65535'],
  [['--port', '-1'], '--port: expected a whole number from 0 to 65535'],
  [['--tunnel-host', 'https://a.example'], '--tunnel-host: expected a host name without https:// or port'],
  [['--setting', 'colour=red'], '--setting: unknown setting "colour"; expected one of sharedSecret'],
  [['--save-to', path.join(file('taken', 'a file'), 'captured')], '--save-to: cannot create the directory'],
])('dev %j is wrong use', async (argv, message) => {
  const { code, stdout, stderr } = await run(['dev', '--no-open', ...argv])
  expect([code, stdout]).toEqual([2, ''])
  expect(stderr).toContain(`error: ${message}`)
  expect(stderr.trimEnd().split('\n')).toHaveLength(1)
})

test('a port in use is reported in one line', async () => {
  const other = createServer()
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
  const { port } = other.address() as AddressInfo // it listens on one
  const ran = await run(['dev', '--no-open', '--port', `${port}`])
  expect(ran).toEqual({
    code: 1,
    stdout: '',
    stderr: `error: port ${port} is in use; choose another one with --port\n`,
  })
  await new Promise((resolve) => other.close(resolve))
})

test('it says where it listens and how to send something, prints a line a request, and ends with 0 when interrupted', async () => {
  const argv = ['--import', 'tsx', 'build/cli.ts', 'dev', '--port', '0', '--no-open']
  const child = spawn(process.execPath, argv, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'inherit'] })
  const first = await textOf(child)
  const greeting = first.replace(/:\d+/g, ':PORT')
  const [, address = ''] = /on (\S+)/.exec(first) ?? []
  const headers = { 'content-type': 'application/json' }
  const webhook = fetch(`${address}/webhook`, { method: 'POST', headers, body: '{"event":"Check-In","accountId":5}' })
  const [line] = await Promise.all([textOf(child), webhook])
  expect(line).toMatch(/^\d\d:\d\d:\d\d {2}Check-In {2}5 {2}ok {2}\d+ ms\n$/)
  child.kill('SIGINT')
  // Windows has no signals between programs: it ends the other one.
  expect(await once(child, 'exit')).toEqual(isWindows ? [null, 'SIGINT'] : [0, null])
  expect(greeting).toBe(`Listening on http://127.0.0.1:PORT (Ctrl+C ends it). Send a webhook from another terminal:

  curl -H "content-type: application/json" -d @test/webhooks/check-in/epoch-time.json http://127.0.0.1:PORT/webhook

`)
})

/** What a program writes first. */
async function textOf({ stdout }: ChildProcess): Promise<string> {
  const [chunk] = stdout === null ? [] : await once(stdout, 'data')
  return String(chunk)
}
