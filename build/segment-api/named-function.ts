import { UserError } from '../system/errors'
import type { SegmentApi } from '.'
import { instancesOf } from './function-ids'
import type { FunctionDetails } from './function-shapes'
import type { Source } from './sources'

/**
 * The function of this name. Undefined when there is none.
 * @throws UserError that lists them, when several have the name.
 */
export async function functionNamed(api: SegmentApi, displayName: string): Promise<FunctionDetails | undefined> {
  const [found, ...others] = await api.functions.named(displayName)
  if (others.length > 0) throw new UserError(await severalNamed(api, displayName))
  return found && (await api.functions.get(found.id))
}

async function severalNamed({ functions, sources }: SegmentApi, displayName: string): Promise<string> {
  const [named, all] = [await functions.named(displayName), await sources.list()]
  const list = named.map((one) => `${one.id} (${sourcesText(instancesOf(one, all))})`).join(', ')
  return `the workspace has ${named.length} source functions named "${displayName}": ${list}; rename or delete all but one in Segment`
}

function sourcesText(instances: readonly Source[]): string {
  return instances.length === 0 ? 'no source' : `source ${instances.map(({ slug }) => slug).join(', ')}`
}
