import { faults } from '../../fakes/segment-api'
import { configWith, steady } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, source, savedFunction, calls, deployed } = useDeployment()
const state = () => workspace().segment.state
const left = () => [state().functions.length, state().sources.length, state().trackingPlans.length]

test('names everything, asks, and deletes it in the order that Segment needs', async () => {
  await deployed()
  Object.assign(source() ?? {}, { destinations: ['Braze', 'Amplitude'] })
  const { code, stdout, stderr } = await workspace().command('destroy', {
    stdin: 'y\n',
    isTTY: true,
    env: { NO_COLOR: '1' },
  })
  expect({ code, left: left() }).toEqual({ code: 0, left: [0, 0, 0] })
  expect(stdout).toBe(`dev · workspace Acme Dev (acme-dev)

  - tracking plan Paytronix: disconnect
  - source paytronix_dev: delete
      its connections to destinations: Braze, Amplitude
  - function Paytronix (dev): delete
  - tracking plan Paytronix: delete

✓ tracking plan Paytronix: disconnected from the source
✓ source paytronix_dev: deleted
✓ function Paytronix (dev): deleted
✓ tracking plan Paytronix: deleted
dev is deleted.
`)
  expect(stderr).toContain(
    'Delete the source paytronix_dev, the function Paytronix (dev), the tracking plan Paytronix in',
  )
  expect(calls()).toEqual([
    'DELETE /tracking-plans/<id>/sources',
    'DELETE /sources/<id>',
    'DELETE /functions/sfnc_<id>',
    'DELETE /tracking-plans/<id>',
  ])
})

test.each([
  ['destroy', undefined, 2],
  ['destroy --json', undefined, 2],
  ['destroy', 'n\n', 1],
])('%s with the answer %j deletes nothing', async (line, stdin, expected) => {
  await deployed()
  const { code } = await workspace().command(line, stdin === undefined ? {} : { stdin, isTTY: true })
  expect({ code, calls: calls() }).toEqual({ code: expected, calls: [] })
})

test('of what is not there deletes nothing', async () => {
  expect(await workspace().command('destroy --yes')).toEqual({
    code: 0,
    stdout: 'dev · workspace Acme Dev (acme-dev)\nNothing to delete.\n',
    stderr: '',
  })
})

test.each<[string, () => void, RegExp]>([
  [
    'a rule of somebody else',
    () => void state().trackingPlans[0]?.rules.push({ ...ruleOfTheirs, createdAt: '', updatedAt: '' }),
    /! the tracking plan "Paytronix" stays: it has rules of somebody else: TRACK Theirs\n/,
  ],
  [
    'another source',
    () => {
      const other = workspace().segment.app.addInstance(workspace().segment.app.addFunction(), { slug: 'web' })
      other.trackingPlanId = state().trackingPlans[0]?.id ?? null
    },
    /! the tracking plan "Paytronix" stays: it also governs web\n/,
  ],
])('a tracking plan with %s stays', async (_, prepare, note) => {
  await deployed()
  prepare()
  const { code, stdout } = await workspace().command('destroy --yes', { columns: 120 })
  expect({ code, plans: state().trackingPlans.length }).toEqual({ code: 0, plans: 1 })
  expect(stdout).toMatch(note)
  expect(calls()).not.toContain('DELETE /tracking-plans/<id>')
})

test.each<[string, () => void, RegExp]>([
  [
    'runs in another source',
    () => {
      const found = savedFunction()
      if (found !== undefined) workspace().segment.app.addInstance(found, { slug: 'second' })
    },
    /^error: the function also runs in second, which this environment did not make; delete that in Segment first/,
  ],
  [
    'was edited',
    () =>
      workspace().segment.app.editCode(savedFunction()?.id ?? '', `${savedFunction()?.versions.at(-1)?.code}// mine\n`),
    /^error: the function's code was edited in Segment, and destroy would delete that; keep it with npm run pull, then/,
  ],
])('a function that %s is not deleted', async (_, prepare, message) => {
  await deployed()
  prepare()
  const { code, stderr } = await workspace().command('destroy --yes')
  expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
  expect(stderr).toMatch(message)
})

test('edited code is deleted with --overwrite-code', async () => {
  await deployed()
  workspace().segment.app.editCode(savedFunction()?.id ?? '', '// mine')
  expect((await workspace().command('destroy --yes --overwrite-code')).code).toBe(0)
  expect(left()).toEqual([0, 0, 0])
})

test.each([0, 1, 2, 3].flatMap((count) => [[count, false] as const, [count + 1, true] as const]))(
  'that is cut off after %j deletions (the last answer lost: %j) is completed by the next run',
  async (count, isAnswerLost) => {
    await deployed()
    const { segment, command } = workspace()
    segment.interruptAfter(count, { isAnswerLost })
    const { code, stdout } = await command('destroy --yes --json')
    expect({ code, failure: JSON.parse(stdout) }).toMatchObject({ code: 1, failure: { error: {} } })
    segment.recover()
    expect((await command('destroy --yes')).code).toBe(0)
    expect(left()).toEqual([0, 0, 0])
  },
)

test('every call failing once, with the answer lost, is no failure', async () => {
  await deployed()
  workspace().segment.failEveryCallOnce(faults.afterwards(faults.reset))
  expect((await workspace().command('destroy --yes')).code).toBe(0)
  expect(left()).toEqual([0, 0, 0])
})

test('without a tracking plan of its own leaves the one that is connected', async () => {
  await deployed()
  const config = configWith({ trackingPlan: undefined })
  expect((await workspace().command('destroy --yes', { config })).code).toBe(0)
  expect({ left: left(), calls: calls().map(steady) }).toEqual({
    left: [0, 0, 1],
    calls: ['DELETE /tracking-plans/<id>/sources', 'DELETE /sources/<id>', 'DELETE /functions/sfnc_<id>'],
  })
})

const ruleOfTheirs = { type: 'TRACK', key: 'Theirs', version: 1, jsonSchema: { type: 'object' } } as const
