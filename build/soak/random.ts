import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** The greatest seed. */
export const greatestSeed = 2 ** 31 - 1

/** Chance that can be repeated: one seed always gives the same. */
export interface Random {
  /** A whole number, both ends included. */
  between(least: number, most: number): number
  /** True in this share of the cases; 0.1 is one in ten. */
  chance(share: number): boolean
  pick<Item>(items: readonly Item[]): Item
  shuffled<Item>(items: readonly Item[]): Item[]
  /** A seed for something of its own. */
  seed(): number
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const between = (least: number, most: number) => uniformInt(generator, least, most)
  return {
    between,
    chance: (share) => between(1, 1_000_000) <= share * 1_000_000,
    pick(items) {
      const item = items[between(0, items.length - 1)]
      if (item === undefined) throw new RangeError('there is nothing to pick from')
      return item
    },
    shuffled(items) {
      const keyed = items.map((item) => [between(0, greatestSeed), item] as const)
      return keyed.sort(([one], [other]) => one - other).map(([, item]) => item)
    },
    seed: () => between(0, greatestSeed),
  }
}
