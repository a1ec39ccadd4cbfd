/** Identify calls of registered guests. */
export const guests = 'type = "identify" and userId != null'

/** Track calls of registered guests, save for the orders that `orders: track` adds. */
export const events = 'type = "track" and userId != null and event != "Order Completed"'

/** The orders of registered guests that `orders: track` adds. */
export const orders = 'type = "track" and event = "Order Completed" and userId != null'

const registrations =
  'type = "track" and (event = "Web Registration" or event = "Loyalty Registration") and userId != null'

/**
 * Registrations that say yes or no to e-mails or text messages. Consent is taken from them only: an identify call
 * repeats it with every visit, and would subscribe a guest again who has left in the tool.
 */
export const consent = {
  emailYes: `${registrations} and properties.email_opt_in = true`,
  emailNo: `${registrations} and properties.email_opt_in = false`,
  smsYes: `${registrations} and properties.text_opt_in = true`,
  smsNo: `${registrations} and properties.text_opt_in = false`,
} as const
