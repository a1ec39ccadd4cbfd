export { createDelivery, type Delivery, type DeliveryOptions } from './delivery'
export type { Outcome } from './delivery-outcome'
export { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from './environment'
