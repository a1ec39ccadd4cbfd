import { backfillMemory } from './backfill-memory'
import type { Part } from './part'
import { redelivery } from './redelivery-part'

/** What `npm run soak` does, in this order. */
export const parts: readonly Part[] = [redelivery, backfillMemory]
