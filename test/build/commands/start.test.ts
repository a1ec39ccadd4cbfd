import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { projectPlaces } from '../../../build/cli/command'
import { events } from '../../../functions/events'
import { settingDefinitions } from '../../../shared/settings/definitions'
import { directory, file, run } from './run'

const built = path.join(directory, 'dist', 'paytronix.js')

test('start without samples builds, says that there are none, and what to do next', async () => {
  const { code, stdout, stderr } = await run(['start'])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(/^Built the function: .*paytronix\.js, [\d,]+ bytes\.\ntest\/webhooks has no samples yet/)
  expect(stdout).toMatch(/\nNext:\n {2}npm run simulate -- body\.json /)
  expect(existsSync(built)).toBe(true)
})

test('start --json without samples prints an empty list', async () => {
  expect(await run(['start', '--json'])).toEqual({ code: 0, stdout: '[]\n', stderr: '' })
})

test('start shows what the samples give; one that is rejected is no failure', async () => {
  file('samples/check-in/plain.json', { event: 'Check-In', accountId: 5 })
  file('samples/unknown/plain.json', { event: 'Foo', accountId: 5 })
  const { code, stdout } = await run(['start'])
  expect(code).toBe(0)
  expect(stdout).toContain('Now 2 sample webhooks from test/webhooks ran through it on this machine.')
  expect(stdout).toContain('\n  Check-In · time of receipt · user 5\n')
  expect(stdout).toContain('2 requests: 1 ok, 1 unsupported · 2 calls (1 identify, 1 track) · 0 warnings\n\nNext:\n')
})

test('start shows one sample of each event, the most telling that is short; --all shows every one', async () => {
  file('samples/check-in/with-name.json', { event: 'Check-In', accountId: 6, firstName: 'Ines' })
  file('samples/check-in/warned.json', {
    event: 'Check-In',
    accountId: 7,
    firstName: 'Sam',
    optIn: 'maybe',
    storeCode: '1',
  })
  const files = async (...argv: string[]) => {
    const { stdout } = await run(['start', '--json', ...argv])
    return JSON.parse(stdout).map((result: { file: string }) => path.basename(result.file))
  }
  expect(await files()).toEqual(['with-name.json', 'plain.json'])
  expect(await files('--all')).toEqual(['plain.json', 'warned.json', 'with-name.json', 'plain.json'])
})

test('start with the project’s own samples fits on a few screens', async () => {
  const { stdout } = await run(['start'], { samples: projectPlaces.samples })
  const lines = stdout.split('\n')
  expect(lines.length).toBeLessThan(220)
  expect(lines.filter((line) => line.length > 80 && !line.includes('dist'))).toEqual([])
})

test('build writes the script, the settings and the tracking plan, and tells the size', async () => {
  const { code, stdout } = await run(['build'], { columns: 120 })
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /paytronix\.js\s+[\d,]+ bytes\n.*paytronix\.settings\.json\s+\d+ settings\n.*tracking-plan\.json\s+\d+ rules\n$/,
  )
  const settings = JSON.parse(readFileSync(path.join(directory, 'dist', 'paytronix.settings.json'), 'utf8'))
  expect(settings).toEqual(settingDefinitions)
  const { rules } = JSON.parse(readFileSync(path.join(directory, 'dist', 'tracking-plan.json'), 'utf8'))
  expect(rules).toEqual(trackingPlanRules(events))
})

test('a place that cannot be written is reported in one line', async () => {
  file('blocked', '')
  const dist = path.join(directory, 'blocked')
  const problem = (name: string) => `error: cannot write ${path.join(dist, name)}: `
  for (const command of ['start', 'build']) {
    const { code, stdout, stderr } = await run([command], { dist })
    expect({ code, stdout, lines: stderr.split('\n').length }).toEqual({ code: 1, stdout: '', lines: 2 })
    expect(stderr).toContain(problem('paytronix.js'))
  }
})

test('build --json', async () => {
  const { code, stdout } = await run(['build', '--json'])
  const bytes = readFileSync(built).length
  expect(code).toBe(0)
  expect(JSON.parse(stdout)).toEqual({
    file: path.relative('', built),
    bytes,
    settingsFile: path.relative('', path.join(directory, 'dist', 'paytronix.settings.json')),
    settings: settingDefinitions.length,
    trackingPlanFile: path.relative('', path.join(directory, 'dist', 'tracking-plan.json')),
    rules: trackingPlanRules(events).length,
  })
})
