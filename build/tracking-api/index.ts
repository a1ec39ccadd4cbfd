export { createDelivery, type Delivery, type DeliveryOptions } from './delivery'
export type { DeliveryOutcome } from './delivery-outcome'
export { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from './environment'
export { batchSize, type PreparedCall, prepare } from './prepare'
