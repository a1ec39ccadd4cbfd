import { isObject } from '../../shared/json/values'
import type { SegmentCall } from '../runtime'
import { pointsWallet } from './wallets'

/** Points added and redeemed. */
export interface Points {
  readonly added: number
  readonly redeemed: number
}

/** Adds up points by whose they are. */
export class PointTotals {
  readonly #totals = new Map<string, Points>()

  add(whose: string, { added, redeemed }: Points): void {
    const before = this.of(whose)
    this.#totals.set(whose, { added: before.added + added, redeemed: before.redeemed + redeemed })
  }

  of(whose: string): Points {
    return this.#totals.get(whose) ?? { added: 0, redeemed: 0 }
  }

  /** The same totals, with those of several ids that this tells to be one's put together. */
  regrouped(ownerOf: (whose: string) => string): PointTotals {
    const all = new PointTotals()
    for (const [whose, points] of this.#totals) all.add(ownerOf(whose), points)
    return all
  }
}

/** What a track call tells of points. */
export function pointsOf({ properties }: SegmentCall): Points {
  const { added_wallets, redeemed_wallets } = isObject(properties) ? properties : {}
  return { added: quantityIn(added_wallets), redeemed: quantityIn(redeemed_wallets) }
}

function quantityIn(wallets: unknown): number {
  const changes = (Array.isArray(wallets) ? wallets : []).filter(isObject)
  return changes
    .filter(({ wallet_code }) => wallet_code === pointsWallet)
    .reduce((sum, { quantity }) => sum + Number(quantity), 0)
}
