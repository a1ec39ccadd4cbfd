import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'

const root = join(__dirname, '../../..')
const program = `
  import { createRuntime } from './build/runtime'
  const runtime = createRuntime('async function onRequest() { await new Promise((done) => setTimeout(done, 20)) }')
  runtime.receive({ body: '' }).then(({ status }) => console.log(status))`

test('a program waits for its requests, and an idle runtime does not keep it alive', async () => {
  const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
  const { stdout } = await promisify(execFile)(process.execPath, [tsx, '-e', program], { cwd: root, timeout: 20_000 })
  expect(stdout).toBe('ok\n')
}, 20_000)
