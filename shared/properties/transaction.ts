import { property } from '../declare/property'
import { currency as currencyCode } from '../normalize/currency'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'

const header = [{ at: 'headerInfo' }]

export const merchantId = property({
  name: 'merchant_id',
  description: "Paytronix's id of the restaurant brand; the setting merchantId where an event names none",
  sections: header,
  normalize: identifier,
  complete: (found, reading) => found ?? reading.settings.merchantId,
})

export const transactionId = property({
  name: 'transaction_id',
  description: "Paytronix's id of the transaction",
  also: ['pxTransactionId', 'transactionIdLong'],
  normalize: identifier,
})

export const posTransactionId = property({
  name: 'pos_transaction_id',
  description: "The point of sale's number of the check or order",
  also: ['posTransactionNumber'],
  sections: header,
  normalize: identifier,
})

export const channel = property({
  name: 'channel',
  description: 'What sent the transaction, such as POS',
  also: ['senderId'],
  sections: header,
  normalize: identifier,
})

export const result = property({
  name: 'result',
  description: 'Outcome of the transaction, such as authorizedSuccess: tells a denied one from a good one',
  normalize: text,
})

export const transactionState = property({
  name: 'transaction_state',
  description: 'State of the transaction, such as Succeeded: tells a failed one from a good one',
  sections: [{ at: 'chargeResponse' }],
  normalize: text,
})

export const currency = property({
  name: 'currency',
  description: 'Currency of the amounts, ISO 4217',
  expected: 'a currency code of three letters',
  normalize: currencyCode,
})

export const transactionProperties = [merchantId, transactionId, posTransactionId, channel, result, transactionState]
