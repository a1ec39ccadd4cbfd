import { braze } from './braze'
import type { Destination } from './destination'

/** Every destination that subscriptions are shipped for, in the order in which they are shown. */
export const destinations: readonly Destination[] = [braze]
