import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectRoot } from '../../../build/system/project'
import { directory, run } from './run'

const samples = path.join(directory, 'samples')
const events = path.join(directory, 'docs', 'events.md')
beforeAll(() => cpSync(path.join(projectRoot, 'test', 'webhooks'), samples, { recursive: true }))

async function states(...argv: string[]) {
  const { code, stdout, stderr } = await run(['docs', '--json', ...argv])
  const files: { file: string; state: string }[] = JSON.parse(stdout)
  return { code, stderr, states: files.map(({ file, state }) => `${path.basename(file)} ${state}`) }
}

/** The third document needs what is not installed here. */
const left = 'destinations.md stays as it is: it needs npm ci --prefix build/destinations\n'

test('documents are written, then left alone, and --check tells when they are stale', async () => {
  const remedy = /^destinations\.md stays .*\n\S+events\.md: out of date; run npm run docs and commit the result\n$/
  expect(await states('--check')).toMatchObject({ code: 1, states: ['events.md missing', 'settings.md missing'] })
  expect(await states()).toEqual({ code: 0, stderr: left, states: ['events.md written', 'settings.md written'] })
  expect(await states('--check')).toEqual({
    code: 0,
    stderr: left,
    states: ['events.md current', 'settings.md current'],
  })

  const written = readFileSync(events, 'utf8')
  writeFileSync(events, written.replace('## Check-In', '## Check-Out'))
  expect(await states('--check')).toEqual({
    code: 1,
    stderr: expect.stringMatching(remedy),
    states: ['events.md stale', 'settings.md current'],
  })
  expect(readFileSync(events, 'utf8')).toContain('## Check-Out')
  expect(await states()).toEqual({ code: 0, stderr: left, states: ['events.md written', 'settings.md current'] })
  expect(readFileSync(events, 'utf8')).toBe(written)
})

test('people see the same', async () => {
  const { code, stdout } = await run(['docs'], { columns: 120 })
  expect(code).toBe(0)
  expect(stdout).toMatch(/^\S+events\.md\s+current\n\S+settings\.md\s+current\n$/)
})

test('an event without a sample to show is a failure', async () => {
  rmSync(path.join(samples, 'check-in'), { recursive: true })
  const { code, stderr } = await run(['docs'])
  expect({ code, stderr }).toEqual({
    code: 1,
    stderr: 'error: the documents need a sample of Check-In in test/webhooks that gives one event and no warning\n',
  })
})
