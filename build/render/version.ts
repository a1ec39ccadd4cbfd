import type { FunctionVersion } from '../segment-api/functions'
import { provenanceOf } from '../segment-api/versions'

/** The version's id, such as `v7`, its project version if it is ours, and the time it was saved. */
export function describeVersion({ id, code, createdAt, isDeployed }: FunctionVersion): string {
  const { projectVersion, isEdited } = provenanceOf(code)
  const parts = [
    projectVersion === null ? 'not of this project' : `project version ${projectVersion}`,
    ...(isEdited ? ['edited in Segment'] : []),
    ...(createdAt ? [`saved ${createdAt}`] : []),
    ...(isDeployed ? ['deployed'] : []),
  ]
  return `${id}  ${parts.join(', ')}`
}
