/** Which calls are about a guest that a tool knows: a condition for identify calls, and one for track calls. */
export function triggersOf(identify: string, track: string) {
  const events = `type = "track" and ${track}`
  return {
    guests: `type = "identify" and ${identify}`,
    events,
    /** Orders that list their products. The setting `orders` adds them, to good sales only. */
    orders: `${events} and event = "Order Completed" and properties.products != null`,
    /** The events that `orders` leaves over. */
    eventsBesideOrders: `${events} and (event != "Order Completed" or properties.products = null)`,
  }
}

/** For tools that know a guest by user id. */
export const identified = triggersOf('userId != null', 'userId != null')

/** For tools that know a guest by user id or e-mail address. */
export const reachable = triggersOf(
  '(userId != null or traits.email != null)',
  '(userId != null or context.traits.email != null)',
)

/** For tools that know a guest by e-mail address only. */
export const addressed = triggersOf('traits.email != null', 'context.traits.email != null')

/** Identify calls without a user id: of a card, mostly. */
export const cards = 'type = "identify" and userId = null'

/** Track calls without a user id. Kept bodies have none either, and belong to nobody. */
export const cardEvents =
  'type = "track" and userId = null and event != "Paytronix Event Received" and event != "Paytronix Event Rejected"'

/** Registrations. */
export const registrations = 'type = "track" and (event = "Web Registration" or event = "Loyalty Registration")'

/**
 * Registrations of guests who say yes or no to e-mails or text messages. Consent is taken from registrations only: an
 * identify call repeats it with every visit, and would subscribe a guest again who has left in the tool.
 */
function consentsOf(email: string, phone: string) {
  return {
    emailYes: `${registrations} and ${email} and properties.email_opt_in = true`,
    emailNo: `${registrations} and ${email} and properties.email_opt_in = false`,
    smsYes: `${registrations} and ${phone} and properties.text_opt_in = true`,
    smsNo: `${registrations} and ${phone} and properties.text_opt_in = false`,
  }
}

/** For tools that know a subscriber by user id. */
export const identifiedConsents = consentsOf('userId != null', 'userId != null')

/** For tools that know a subscriber by address. */
export const addressedConsents = consentsOf('context.traits.email != null', 'context.traits.phone != null')
