export { createDelivery, type Delivery, type DeliveryOptions, type Outcome } from './delivery'
export { commonTrackingUrlOf, trackingUrlOf, writeKeyOf } from './environment'
