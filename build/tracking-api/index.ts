export { createDelivery, type Delivery, type DeliveryOptions } from './delivery'
export { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from './environment'
export type { Outcome } from './outcome'
