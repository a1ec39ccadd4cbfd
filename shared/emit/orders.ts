import type { EventDefinition } from '../declare/event'
import { localDay } from '../json/time-zone'
import { isTooLong, type JsonObject } from '../json/values'
import { holdsWord } from '../json/words'
import { checkNumber, subtotal, tax, total } from '../properties/check'
import { failureWords } from '../properties/failure-words'
import { products } from '../properties/products'
import { storeCode, storeName } from '../properties/store'
import { currency, posTransactionId, result, transactionId, transactionState, voided } from '../properties/transaction'
import type { EventReading } from '../read/reading'
import { isOmitted } from './values'

/**
 * The properties of `Order Completed`, by Segment's e-commerce specification, when the setting `orders` asks for it and
 * the event is a good sale with an id; else undefined.
 */
export function orderOf(
  reading: EventReading,
  definition: EventDefinition | undefined,
  timestamp: string | undefined,
): JsonObject | undefined {
  const { settings } = reading
  if (settings.orders !== 'track' || !definition?.properties.includes(total)) return undefined
  const amount = reading.get(total)
  const orderId = orderIdOf(reading, timestamp)
  if (amount === undefined || amount <= 0 || orderId === undefined || isUndone(reading)) return undefined
  const order = {
    order_id: orderId,
    total: amount,
    revenue: revenueOf(reading, amount),
    subtotal: reading.get(subtotal),
    tax: reading.get(tax),
    currency: reading.get(currency) ?? 'USD',
    products: reading.get(products),
    affiliation: isOmitted(storeName.name, settings) ? undefined : reading.get(storeName),
    store_code: reading.get(storeCode),
  }
  const isKept = ([name, value]: [string, unknown]) => value !== undefined && !isOmitted(name, settings)
  return Object.fromEntries(Object.entries(order).filter(isKept))
}

/** Voided, denied, failed or refunded, as far as anything tells. */
function isUndone(reading: EventReading): boolean {
  const texts = [reading.get(result), reading.get(transactionState), ...reading.type.candidates]
  return reading.get(voided) === true || texts.some((one) => holdsWord(one, failureWords))
}

/** The till's id; else check, store and day, where all are known; else Paytronix's own id. */
function orderIdOf(reading: EventReading, timestamp: string | undefined): string | undefined {
  return reading.get(posTransactionId) ?? idOfCheck(reading, timestamp) ?? reading.get(transactionId)
}

function idOfCheck(reading: EventReading, timestamp: string | undefined): string | undefined {
  const check = reading.get(checkNumber)
  const store = reading.get(storeCode)
  if (check === undefined || store === undefined || timestamp === undefined) return undefined
  const id = `${check}-${store}-${localDay(Date.parse(timestamp), reading.settings.timeZone)}`
  return isTooLong(id) ? undefined : id
}

/** What the restaurant earns: the amount before tax, without the noise of binary fractions. */
function revenueOf(reading: EventReading, amount: number): number {
  const taxes = reading.get(tax)
  return reading.get(subtotal) ?? (taxes === undefined ? amount : Math.round((amount - taxes) * 1e6) / 1e6)
}
