import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export const greatestSeed = 2 ** 31 - 1

/** Repeatable random numbers: the same seed gives the same numbers. */
export interface Random {
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number
  /** True with this probability: 0.1 is one in ten. */
  chance(share: number): boolean
  pick<Item>(items: readonly [Item, ...Item[]]): Item
}

export function createRandom(seed: number): Random {
  const generator = xoroshiro128plus(seed)
  const between = (least: number, most: number) => uniformInt(generator, least, most)
  return {
    between,
    chance: (share) => between(1, 1_000_000) <= share * 1_000_000,
    pick: (items) => items[between(0, items.length - 1)] ?? items[0],
  }
}
