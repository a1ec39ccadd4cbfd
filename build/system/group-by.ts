/** A list of at least one item. */
export type Some<T> = readonly [T, ...T[]]

/** Groups items by key, in the order of first occurrence. Node 21 has `Map.groupBy` for this. */
export function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Some<Item>> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(keyOf(item))
    if (group === undefined) groups.set(keyOf(item), [item])
    else group.push(item)
  }
  return groups
}
