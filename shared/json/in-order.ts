/** One of several values that stand under names of one thing, and another of them. The lower its rank, the earlier it is looked at. */
export interface Ranked<Self> {
  readonly rank: number
  readonly key: string
  readonly next: Self | undefined
}

const none: readonly never[] = []

/** A value and those after it, the first to look at first. */
export function inOrder<One extends Ranked<One>>(first: One | undefined): readonly One[] {
  if (first === undefined) return none
  if (first.next === undefined) return [first]
  const list: One[] = []
  for (let one: One | undefined = first; one !== undefined; one = one.next) list.push(one)
  return list.sort((one, other) => one.rank - other.rank || (one.key < other.key ? -1 : 1))
}
