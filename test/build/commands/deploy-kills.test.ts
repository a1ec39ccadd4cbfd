import type { SegmentApi } from '../../fakes/segment-api'
import { configWith, settingsWith, useWorkspace } from '../segment-api/workspace'

/** The changes of a second deployment: code, rules, the name, a setting and, with `--secrets`, the secret. */
const changed = () =>
  configWith(
    {
      ...settingsWith({ timeZone: 'UTC', eventNames: { 'Check-In': 'Visit' } }),
      source: { slug: 'paytronix_dev', name: 'Renamed' },
    },
    { eventAliases: { ACCRUAL: 'Add/Redeem' } },
  )
const env = { PAYTRONIX_SHARED_SECRET: 'another-one' }

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

describe.each(['replace', 'merge'] as const)('where PATCH does %s the settings of a source', (sourceSettings) => {
  const workspace = useWorkspace({ sourceSettings })

  async function prepare(kind: string): Promise<() => Promise<number>> {
    const { command } = workspace()
    if (kind !== 'first') await command('deploy --yes', { config: configWith({}) })
    const world = kind === 'first' ? {} : { config: changed(), env }
    return async () => (await command(`deploy --yes${kind === 'first' ? '' : ' --secrets'}`, world)).code
  }

  const kinds = [
    ['first', 7],
    ['second', 4],
  ] as const
  test.each(kinds)(
    'the %s deployment that is killed before or after any write is completed by the next one',
    async (kind, writes) => {
      const { segment } = workspace()
      const empty = structuredClone(segment.state)
      const undisturbed = await prepare(kind)
      const before = segment.requests.filter(({ method }) => method !== 'GET').length
      expect(await undisturbed()).toBe(0)
      expect(segment.requests.filter(({ method }) => method !== 'GET')).toHaveLength(before + writes)
      const expected = endState(segment)
      for (let count = 0; count < writes; count++) {
        for (const isAnswerLost of [false, true]) {
          Object.assign(segment.state, structuredClone(empty))
          const deploy = await prepare(kind)
          segment.interruptAfter(isAnswerLost ? count + 1 : count, { isAnswerLost })
          expect([count, isAnswerLost, await deploy()]).toEqual([count, isAnswerLost, 1])
          segment.recover()
          expect([count, isAnswerLost, await deploy()]).toEqual([count, isAnswerLost, 0])
          expect(endState(segment)).toEqual(expected)
        }
      }
    },
  )
})
