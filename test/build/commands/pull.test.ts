import { readFileSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import nock from 'nock'
import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { events } from '../../../functions/events'
import { settingDefinitions } from '../../../shared/settings/definitions'
import { ownerOnlyMode } from '../../windows'
import { useWorkspace } from '../segment-api/workspace'
import { directory, file } from './run'

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())

const workspace = useWorkspace()
const pulled = (name: string) => readFileSync(path.join(directory, 'pulled', 'dev', name), 'utf8')

test('writes the code and the settings definitions as Segment has them', async () => {
  await workspace().command('deploy --yes')
  const [found] = workspace().segment.state.functions
  workspace().segment.app.editCode(found?.id ?? '', '// theirs\nasync function onRequest() {}\n')
  const { code, stdout } = await workspace().command('pull')
  expect(code).toBe(0)
  expect(stdout).toMatch(
    /function\.js {2}not of this project, 40 bytes\n.*settings\.json {2}\d+ definitions\n.*tracking-plan\.json {2}\d+ rules\n$/,
  )
  expect(pulled('function.js')).toBe('// theirs\nasync function onRequest() {}\n')
  expect(JSON.parse(pulled('settings.json'))).toEqual(settingDefinitions)
  const { rules } = JSON.parse(pulled('tracking-plan.json'))
  expect(rules).toMatchObject(trackingPlanRules(events))
  expect(statSync(path.join(directory, 'pulled', 'dev', 'function.js')).mode & 0o777).toBe(ownerOnlyMode)
})

test('as JSON tells the files', async () => {
  await workspace().command('deploy --yes')
  const { stdout } = await workspace().command('pull --json')
  expect(JSON.parse(stdout)).toEqual({
    environment: 'dev',
    workspace: 'Acme Dev',
    functionId: workspace().segment.state.functions[0]?.id,
    code: path.relative('', path.join(directory, 'pulled', 'dev', 'function.js')),
    settings: path.relative('', path.join(directory, 'pulled', 'dev', 'settings.json')),
    trackingPlan: path.relative('', path.join(directory, 'pulled', 'dev', 'tracking-plan.json')),
  })
})

test('without a function there is nothing to pull', async () => {
  expect(await workspace().command('pull')).toEqual({
    code: 1,
    stdout: '',
    stderr: 'error: the workspace has no source function "Paytronix (dev)", so there is nothing to pull\n',
  })
})

test('an answer without the code is reported', async () => {
  await workspace().command('deploy --yes')
  const [found] = workspace().segment.state.functions
  nock(workspace().segment.url, { allowUnmocked: true })
    .get(`/functions/${found?.id}`)
    .reply(200, { data: { function: { id: found?.id, displayName: found?.displayName } } })
  const { code, stderr } = await workspace().command('pull')
  expect(code).toBe(1)
  expect(stderr).toMatch(/^error: Segment does not return the code of the function "Paytronix \(dev\)"/)
})

test('a directory that cannot be written is reported in one line', async () => {
  await workspace().command('deploy --yes')
  rmSync(path.join(directory, 'pulled'), { recursive: true, force: true })
  file('pulled', 'a file')
  const { code, stdout, stderr } = await workspace().command('pull')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toMatch(/^error: cannot write \S+function\.js: [^\n]*; check the disk space and the permissions\n$/)
})
