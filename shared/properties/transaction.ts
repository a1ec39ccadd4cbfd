import { describe } from '../declare/documentation'
import { property } from '../declare/property'
import { currency as currencyCode } from '../normalize/currency'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'

const header = [{ at: 'headerInfo' }]

export const merchantId = property({
  name: 'merchant_id',
  sections: header,
  normalize: identifier,
  complete: (found, reading) => found ?? reading.settings.merchantId,
})
DOCS: describe(merchantId, "Paytronix's id of the restaurant brand; the setting merchantId where an event names none")

export const transactionId = property({
  name: 'transaction_id',
  also: ['pxTransactionId', 'transactionIdLong'],
  normalize: identifier,
})
DOCS: describe(transactionId, "Paytronix's id of the transaction")

export const posTransactionId = property({
  name: 'pos_transaction_id',
  also: ['posTransactionNumber'],
  sections: header,
  normalize: identifier,
})
DOCS: describe(posTransactionId, "The point of sale's number of the check or order")

export const channel = property({
  name: 'channel',
  also: ['senderId'],
  sections: header,
  normalize: identifier,
})
DOCS: describe(channel, 'What sent the transaction, such as POS')

export const result = property({
  name: 'result',
  normalize: text,
})
DOCS: describe(result, 'Outcome of the transaction, such as authorizedSuccess: tells a denied one from a good one')

export const transactionState = property({
  name: 'transaction_state',
  sections: [{ at: 'chargeResponse' }],
  normalize: text,
})
DOCS: describe(transactionState, 'State of the transaction, such as Succeeded: tells a failed one from a good one')

export const currency = property({
  name: 'currency',
  expected: 'a currency code of three letters',
  normalize: currencyCode,
})
DOCS: describe(currency, 'Currency of the amounts, ISO 4217')

export const transactionProperties = [merchantId, transactionId, posTransactionId, channel, result, transactionState]
