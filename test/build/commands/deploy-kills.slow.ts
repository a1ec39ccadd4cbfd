import type { SegmentApi } from '../../fakes/segment-api'
import { configWith, settingsWith, useWorkspace, type Workspace } from '../segment-api/workspace'

/** A second deployment changes the code, the rules, the name and a setting and, with `--secrets`, the secret. */
const changed = () =>
  configWith(
    {
      ...settingsWith({ timeZone: 'UTC', eventNames: { 'Check-In': 'Visit' } }),
      source: { slug: 'paytronix_dev', name: 'Renamed' },
    },
    { eventAliases: { ACCRUAL: 'Add/Redeem' } },
  )

/** What each kind of deployment writes, in order. */
const writes = {
  first: [...['function', 'tracking plan', 'rules', 'source', "the source's name", 'connection', 'deployment']],
  second: ['function', 'rules', 'deployment', "the source's name and settings"],
}
type Kind = keyof typeof writes

async function prepare(kind: Kind, { command }: Workspace): Promise<() => Promise<number>> {
  if (kind === 'first') return async () => (await command('deploy --yes')).code
  await command('deploy --yes', { config: configWith({}) })
  const world = { config: changed(), env: { PAYTRONIX_SHARED_SECRET: 'another-one' } }
  return async () => (await command('deploy --yes --secrets', world)).code
}

/** What counts at the end: everything but ids, times and the number of versions. */
function endState({ state: { functions, sources, trackingPlans } }: SegmentApi): object {
  const codeOf = (id: string | undefined) =>
    functions.flatMap(({ versions }) => versions).find((version) => version.id === id)?.code
  return {
    functions: functions.map(({ displayName, settings, versions }) => [displayName, settings, versions.at(-1)?.code]),
    sources: sources.map(({ slug, name, enabled, settings, deployedVersionId, trackingPlanId }) => {
      const plan = trackingPlans.find(({ id }) => id === trackingPlanId)?.name
      return { slug, name, enabled, settings, plan, runs: codeOf(deployedVersionId) }
    }),
    plans: trackingPlans.map(({ name, rules }) => [
      name,
      rules.map(({ type, key, jsonSchema }) => [type, key, jsonSchema]),
    ]),
  }
}

/** How a deployment ends that nothing disturbs. */
const undisturbed: Partial<Record<Kind, object>> = {}

describe.each([
  ['first', 'replace'],
  ['second', 'replace'],
  ['second', 'merge'],
] as const)('a %s deployment, where PATCH does %s the settings of a source,', (kind, sourceSettings) => {
  const workspace = useWorkspace({ sourceSettings })

  beforeEach(async () => {
    if (undisturbed[kind] !== undefined) return
    const { segment } = workspace()
    const empty = structuredClone(segment.state)
    const deploy = await prepare(kind, workspace())
    workspace().writes()
    expect(await deploy()).toBe(0)
    expect(workspace().writes()).toHaveLength(writes[kind].length)
    undisturbed[kind] = endState(segment)
    Object.assign(segment.state, empty)
  })

  test.each(writes[kind].flatMap((name, index) => [['before', name, index] as const, ['after', name, index] as const]))(
    'that is killed %s it sends the %s is completed by the next one',
    async (moment, _, index) => {
      const { segment } = workspace()
      const deploy = await prepare(kind, workspace())
      const isAnswerLost = moment === 'after'
      segment.interruptAfter(isAnswerLost ? index + 1 : index, { isAnswerLost })
      expect(await deploy()).toBe(1)
      segment.recover()
      expect(await deploy()).toBe(0)
      expect(endState(segment)).toEqual(undisturbed[kind])
    },
  )
})
