/** Identify calls of guests with a user id. */
export const guests = 'type = "identify" and userId != null'

/** Track calls of guests with a user id. */
export const events = 'type = "track" and userId != null'

/** Identify calls of cards that no guest is known for. */
export const cards = 'type = "identify" and userId = null'

/** Track calls of such cards. Kept bodies have no user id either, and belong to nobody. */
export const cardEvents =
  'type = "track" and userId = null and event != "Paytronix Event Received" and event != "Paytronix Event Rejected"'

/** Orders of guests that list their products. The setting `orders` adds them, to good sales only. */
export const orders = 'type = "track" and event = "Order Completed" and userId != null and properties.products != null'

/** The track calls of guests that {@link orders} leaves over. */
export const eventsBesideOrders = `${events} and (event != "Order Completed" or properties.products = null)`

const registration = 'type = "track" and (event = "Web Registration" or event = "Loyalty Registration")'

/**
 * Registrations of guests who say yes or no to e-mails or text messages. Consent is taken from registrations only: an
 * identify call repeats it with every visit, and would subscribe a guest again who has left in the tool.
 */
export const consents = {
  emailYes: `${registration} and userId != null and properties.email_opt_in = true`,
  emailNo: `${registration} and userId != null and properties.email_opt_in = false`,
  smsYes: `${registration} and userId != null and properties.text_opt_in = true`,
  smsNo: `${registration} and userId != null and properties.text_opt_in = false`,
} as const

/** The same for tools that know a subscriber by address only. */
export const addressedConsents = {
  emailYes: `${consents.emailYes} and context.traits.email != null`,
  emailNo: `${consents.emailNo} and context.traits.email != null`,
  smsYes: `${consents.smsYes} and context.traits.phone != null`,
  smsNo: `${consents.smsNo} and context.traits.phone != null`,
} as const

/** Registrations of guests. */
export const registrations = `${registration} and userId != null`
