import { trackingPlanRules } from '../../../build/catalog/tracking-plan'
import { events } from '../../../functions/events'
import type { Rule } from '../../fakes/segment-api'
import { configWith, settingsWith, steady, useWorkspace } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, source, calls, deployed } = useDeployment()
const plan = () => workspace().segment.state.trackingPlans[0]
const exclusive = () => configWith({ trackingPlan: { name: 'Paytronix', exclusive: true } })
const ruleOf = (key: string) => plan()?.rules.find((rule) => rule.key === key)

/** Adds rules of other teams. */
function addTheirs(count: number): void {
  const added = Array.from({ length: count }, (_, number): Rule => {
    const [createdAt, updatedAt] = ['2031-01-01T00:00:00Z', '2031-01-01T00:00:00Z']
    return { type: 'TRACK', key: `Theirs ${number}`, version: 1, jsonSchema: { type: 'object' }, createdAt, updatedAt }
  })
  plan()?.rules.push(...added)
}

/** Changes a rule of ours in Segment's app. */
function change(key: string): void {
  Object.assign(ruleOf(key)?.jsonSchema ?? {}, { required: ['properties', 'userId'] })
}

describe('rules of other teams', () => {
  test('stay, however many there are', async () => {
    await deployed()
    addTheirs(250)
    const config = configWith(settingsWith({ eventNames: { 'Check-In': 'Visit' } }))
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(calls()).toEqual(['PATCH /tracking-plans/<id>/rules', 'PATCH /sources/<id>'])
    expect(plan()?.rules).toHaveLength(trackingPlanRules(events).length + 251)
  })

  test('are removed from an exclusive plan, which the plan shows', async () => {
    await deployed()
    addTheirs(1)
    const { stdout } = await workspace().command('deploy --yes', { config: exclusive() })
    expect(stdout).toContain('  ~ tracking plan Paytronix: replace rules\n      TRACK Theirs 0: removed\n')
    expect(calls()).toEqual(['PUT /tracking-plans/<id>/rules'])
    expect(plan()?.rules).toHaveLength(trackingPlanRules(events).length)
  })
})

describe('a rule of ours that somebody changed', () => {
  test('stays as it is while ours says the same', async () => {
    await deployed()
    Object.assign(ruleOf('Check-In')?.jsonSchema ?? {}, { title: 'A visit', $comment: 'mine' })
    expect((await workspace().command('plan')).code).toBe(0)
  })

  test('is shown by the plan, with the difference', async () => {
    await deployed()
    change('Check-In')
    const { code, stdout } = await workspace().command('plan')
    expect(code).toBe(2)
    expect(stdout).toContain(`
  ~ tracking plan Paytronix: update rules
      TRACK Check-In: changed by a person
        --- in Segment
`)
    expect(stdout).toContain('\n        - "required": [\n')
    expect(stdout).toMatch(/run npm run deploy -- --env dev --overwrite-rules\n$/)
  })

  test('stops the deployment, with the difference', async () => {
    await deployed()
    change('Check-In')
    const { code, stdout, stderr } = await workspace().command('deploy --yes')
    expect({ code, stdout, calls: calls() }).toEqual({ code: 1, stdout: '', calls: [] })
    expect(stderr).toMatch(/^TRACK Check-In\n {8}--- in Segment\n/)
    expect(stderr).toMatch(
      /\nerror: rules of the tracking plan "Paytronix" were changed in Segment: TRACK Check-In; keep it with npm run pull; then deploy with --overwrite-rules; nothing was written\n$/,
    )
  })

  test('is overwritten with --overwrite-rules, and nothing else is', async () => {
    await deployed()
    addTheirs(1)
    change('Check-In')
    expect((await workspace().command('deploy --yes --overwrite-rules')).code).toBe(0)
    const body = workspace().segment.requests.findLast(({ method }) => method === 'PATCH')?.body
    expect(body).toMatchObject({ rules: [{ type: 'TRACK', key: 'Check-In' }] })
    expect(ruleOf('Theirs 0')).toBeDefined()
  })

  test('is no obstacle when the older rule was written by a deployment', async () => {
    await deployed()
    const config = configWith({}, { mappings: { favourite_dish: { '@path': '$.dish' } } })
    expect((await workspace().command('deploy --yes', { config })).code).toBe(0)
    expect(JSON.stringify(ruleOf('Check-In')?.jsonSchema)).toContain('favourite_dish')
  })
})

test('other sources of the plan, and schema settings that block, are told', async () => {
  await deployed()
  const other = workspace().segment.app.addInstance(workspace().segment.app.addFunction(), { slug: 'web' })
  other.trackingPlanId = plan()?.id ?? null
  const track = { allowUnplannedEvents: false, allowUnplannedEventProperties: true }
  Object.assign(source() ?? {}, { schemaSettings: { track, identify: { allowUnplannedTraits: false } } })
  const { notes } = JSON.parse((await workspace().command('plan --json')).stdout)
  expect(notes.slice(1)).toEqual([
    'the tracking plan "Paytronix" also governs web',
    'the schema settings of the source block unplanned events, unplanned traits, such as those of wallets; allow them in Segment if you need them',
  ])
})

describe('where Segment spells schemas otherwise', () => {
  const normalizing = useWorkspace({ normalizesSchemas: true })

  test('a second deployment writes nothing', async () => {
    expect((await normalizing().command('deploy --yes')).code).toBe(0)
    normalizing().writes()
    expect(await normalizing().command('deploy')).toMatchObject({ code: 0, stderr: '' })
    expect(normalizing().writes().map(steady)).toEqual([])
  })
})
