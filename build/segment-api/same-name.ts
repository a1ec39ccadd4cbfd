import { UserError } from '../system/errors'

/** What has a name in a workspace, and when it was created (ISO 8601). */
export interface Named {
  readonly id: string
  readonly createdAt?: string | null | undefined
}

/**
 * Looks again after something was created: another deployment may have created one of the same name meanwhile. The
 * older one stays. When it is not ours, `remove` deletes ours, which nobody uses yet. When the times do not tell which
 * one is older, ours goes too, so that two never stay.
 * @throws UserError when ours is deleted.
 */
export async function keepOldest(
  id: string,
  what: string,
  named: readonly Named[],
  remove: (id: string) => Promise<void>,
): Promise<void> {
  const ours = named.find((one) => one.id === id)
  const others = named.filter((one) => one.id !== id)
  if (others.every((other) => isOlder(ours, other))) return
  await remove(id)
  const ids = others.map((other) => other.id).join(', ')
  throw new UserError(
    `another deployment created the ${what} at the same moment (${ids}), so ours is deleted again; run the command again when the other one has ended`,
  )
}

/** The oldest first. */
export function byAge(one: Named, other: Named): number {
  return (one.createdAt ?? '') < (other.createdAt ?? '') ? -1 : 1
}

function isOlder(one: Named | undefined, other: Named): boolean {
  return Date.parse(one?.createdAt ?? '') < Date.parse(other.createdAt ?? '')
}
