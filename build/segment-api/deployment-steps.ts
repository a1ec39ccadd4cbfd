import { instanceIdOf } from './function-ids'
import type { Source } from './sources'
import { needed, type Step } from './step'

/** Deploys the saved function to these sources, each by its own instance id. Saving alone deploys nothing. */
export function deploymentSteps(instances: readonly Source[]): Step[] {
  return instances.map(({ id, slug }) => deploymentStep(slug, id))
}

/** Deploys to the source that an earlier step creates. */
export function newDeploymentStep(slug: string): Step {
  return deploymentStep(slug, undefined)
}

function deploymentStep(slug: string, sourceId: string | undefined): Step {
  return {
    subject: 'deployment',
    action: 'deploy',
    target: slug,
    details: sourceId === undefined ? [] : [{ field: 'instance', after: instanceIdOf(sourceId) }],
    run: ({ functions }, ids) => functions.deploy(sourceId ?? needed(ids, 'source')),
  }
}
