/**
 * Segment's reserved names and their types, as its documentation tells them under "Spec" (Common Fields, Identify, Track,
 * Semantic Events with Ecommerce v2) and, of `externalIds`, under "Identity Resolution". Read in the repository
 * segmentio/segment-docs at its last commit, 747b35d: later pages are at twilio.com/docs/segment.
 */
export const specVersion = 'of 7 November 2025'

/** `text` is never empty. `time` is an ISO 8601 time in UTC, `day` an ISO 8601 day, `currency` an ISO 4217 code. */
export type SpecType = 'text' | 'number' | 'flag' | 'object' | 'list' | 'time' | 'day' | 'currency'

export type Names = Readonly<Record<string, SpecType>>

const anyMessage: Names = {
  ...{ anonymousId: 'text', userId: 'text', messageId: 'text', timestamp: 'time' },
  ...{ context: 'object', integrations: 'object' },
}

/** What a message may have at its top, beside its type. */
export const messages: Readonly<Record<'identify' | 'track', Names>> = {
  identify: { ...anyMessage, traits: 'object' },
  track: { ...anyMessage, event: 'text', properties: 'object' },
}

/** What a message must have; and a `userId` or an `anonymousId`. */
export const required: Readonly<Record<'identify' | 'track', readonly string[]>> = {
  identify: ['messageId', 'traits'],
  track: ['messageId', 'event', 'properties'],
}

/** In characters. */
export const longestMessageId = 100

/** Members of `context`. `externalIds` is of Identity Resolution, the rest of Common Fields. */
export const context: Names = {
  ...{ active: 'flag', app: 'object', campaign: 'object', device: 'object', ip: 'text', library: 'object' },
  ...{ locale: 'text', network: 'object', os: 'object', page: 'object', referrer: 'object', screen: 'object' },
  ...{ timezone: 'text', groupId: 'text', traits: 'object', userAgent: 'text', userAgentData: 'object' },
  ...{ channel: 'text', externalIds: 'list' },
}

/** Traits of a user. */
export const traits: Names = {
  ...{ address: 'object', age: 'number', avatar: 'text', birthday: 'day', company: 'object', createdAt: 'time' },
  ...{ description: 'text', email: 'text', firstName: 'text', gender: 'text', id: 'text', lastName: 'text' },
  ...{ name: 'text', phone: 'text', title: 'text', username: 'text', website: 'text' },
}

/** Members of the trait `address`. */
export const address: Names = { city: 'text', country: 'text', postalCode: 'text', state: 'text', street: 'text' }

/** Properties of every track call, and those of `Order Completed`, whose meaning other events should not change. */
export const properties: Names = {
  ...{ revenue: 'number', currency: 'currency', value: 'number' },
  ...{ checkout_id: 'text', order_id: 'text', affiliation: 'text', subtotal: 'number', total: 'number' },
  ...{ shipping: 'number', tax: 'number', discount: 'number', coupon: 'text', products: 'list' },
}

/** Members of an item of `products`. */
export const product: Names = {
  ...{ product_id: 'text', sku: 'text', category: 'text', name: 'text', brand: 'text', variant: 'text' },
  ...{ price: 'number', quantity: 'number', coupon: 'text', position: 'number', url: 'text', image_url: 'text' },
}

/** Members of an item of `context.externalIds`, which needs all of them. */
export const externalId: Names = { id: 'text', type: 'text', collection: 'text', encoding: 'text' }

/** The names of events that have a meaning for Segment, and properties of their own. */
export const semanticEvents: readonly string[] = [
  ...['Products Searched', 'Product List Viewed', 'Product List Filtered', 'Promotion Viewed', 'Promotion Clicked'],
  ...['Product Clicked', 'Product Viewed', 'Product Added', 'Product Removed', 'Cart Viewed', 'Checkout Started'],
  ...['Checkout Step Viewed', 'Checkout Step Completed', 'Payment Info Entered', 'Order Updated', 'Order Completed'],
  ...['Order Refunded', 'Order Cancelled', 'Coupon Entered', 'Coupon Applied', 'Coupon Denied', 'Coupon Removed'],
  ...['Product Added to Wishlist', 'Product Removed from Wishlist', 'Wishlist Product Added to Cart'],
  ...['Product Shared', 'Cart Shared', 'Product Reviewed', 'Experiment Viewed'],
  ...['Account Created', 'Account Deleted', 'Signed Up', 'Signed In', 'Signed Out', 'Invite Sent'],
  ...['Account Added User', 'Account Removed User', 'Trial Started', 'Trial Ended'],
  ...['Email Bounced', 'Email Delivered', 'Email Link Clicked', 'Email Marked as Spam', 'Email Opened', 'Unsubscribed'],
  ...['Live Chat Conversation Started', 'Live Chat Conversation Ended', 'Live Chat Message Sent'],
  ...['Live Chat Message Received', 'Application Installed', 'Application Opened', 'Application Backgrounded'],
  ...['Application Foregrounded', 'Application Updated', 'Application Uninstalled', 'Application Crashed'],
  ...['Install Attributed', 'Push Notification Received', 'Push Notification Tapped', 'Push Notification Bounced'],
  ...['Deep Link Opened', 'Deep Link Clicked'],
]
