import type { SegmentApiOptions } from '../../fakes/segment-api'
import { steady, useWorkspace } from '../segment-api/workspace'

/** Gives each test a workspace to deploy to, and what the tests of `deploy` ask of it. */
export function useDeployment(options: Partial<SegmentApiOptions> = {}) {
  const workspace = useWorkspace(options)
  const savedFunction = () => workspace().segment.state.functions[0]
  /** The requests that changed something since it was last asked, without their ids. */
  const calls = () => workspace().writes().map(steady)
  return {
    workspace,
    savedFunction,
    calls,
    source: () => workspace().segment.state.sources[0],
    codes: () => savedFunction()?.versions.map(({ code }) => code),
    /** Deploys for the first time, and forgets what that wrote. */
    async deployed(): Promise<void> {
      expect((await workspace().command('deploy --yes')).code).toBe(0)
      calls()
    },
  }
}
