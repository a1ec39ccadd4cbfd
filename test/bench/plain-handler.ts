import { isObject, type JsonObject } from '../../shared/json/values'

/**
 * What a team writes by hand in an afternoon: fourteen fields, each with one spelling and in one place, and two calls.
 * It checks no type, knows no other spelling, makes no ids for de-duplication, and takes the body for one event.
 */
export function plainHandler(body: unknown): unknown {
  const event = sectionOf(Array.isArray(body) ? body[0] : body)
  const fields = sectionOf(event.fields)
  const store = sectionOf(event.store)
  const address = sectionOf(store.address)
  const card = sectionOf(event.cardInfo)
  const userId = event.accountId
  const identify = {
    userId,
    traits: {
      firstName: fields.firstName,
      lastName: fields.lastName,
      email: fields.email,
      phone: fields.mobilePhone,
      email_opt_in: fields.optIn,
      printed_card_number: card.printedCardNumber,
    },
  }
  const track = {
    userId,
    event: event.eventType,
    timestamp: event.datetime,
    properties: {
      store_name: store.name,
      store_code: store.code,
      store_city: address.city,
      store_state: address.stateProvince,
      store_postal_code: address.postalCode,
      transaction_id: event.transactionId,
    },
  }
  return [identify, track]
}

function sectionOf(value: unknown): JsonObject {
  return isObject(value) ? value : {}
}
