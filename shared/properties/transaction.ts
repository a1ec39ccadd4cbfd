import { describe } from '../declare/documentation'
import { property, type Reading } from '../declare/property'
import { memo } from '../json/memo'
import { wordList } from '../json/word-list'
import { holdsWord } from '../json/words'
import { currency as currencyCode } from '../normalize/currency'
import { flag } from '../normalize/flag'
import { identifier } from '../normalize/identifier'
import { text } from '../normalize/text'
import { voidWords } from './failure-words'

const header = [{ at: 'headerInfo' }]

export const merchantId = property({
  name: 'merchant_id',
  sections: header,
  outside: 'always',
  normalize: identifier,
  complete: (found, reading) => found ?? reading.settings.merchantId,
})
DOCS: describe(
  merchantId,
  "Paytronix's id of the restaurant brand; from the setting merchantId when an event has none",
  'merchantCode merchantNumber merchantNo brandId',
)

export const transactionId = property({
  name: 'transaction_id',
  also: ['pxTransactionId', 'transactionIdLong'],
  normalize: identifier,
})
DOCS: describe(
  transactionId,
  "Paytronix's id of the transaction",
  'txnId transId tranId trxId transactionNumber transactionNo transactionRef transactionReference',
)

export const posTransactionId = property({
  name: 'pos_transaction_id',
  also: ['posTransactionNumber'],
  sections: header,
  normalize: identifier,
})
DOCS: describe(
  posTransactionId,
  "The point of sale's number of the check or order",
  'posTxnId posTransId posOrderId posOrderNumber posReference orderId orderNumber',
)

export const channel = property({
  name: 'channel',
  also: ['senderId'],
  sections: header,
  outside: 'always',
  normalize: identifier,
})
DOCS: describe(
  channel,
  'What sent the transaction, such as POS',
  'orderChannel channelName originChannel sender senderName',
)

export const result = property({ name: 'result', normalize: text })
DOCS: describe(
  result,
  'Outcome of the transaction, such as authorizedSuccess; shows whether it was denied',
  'outcome resultCode responseResult',
)

/** `status` in the event itself means a transaction's state only where the event is a transaction. */
export const transactionStatus = property({
  name: 'transaction_status',
  names: ['status'],
  places: ['event'],
  outside: 'never',
  normalize: text,
  track: false,
})
DOCS: describe(transactionStatus, 'State of an event that is a transaction')

export const transactionState = property({
  name: 'transaction_state',
  sections: [{ at: 'chargeResponse' }, { at: 'transaction', as: ['status'] }],
  normalize: text,
  complete(found, reading) {
    return found ?? (reading.type.definition?.isTransaction ? reading.get(transactionStatus) : undefined)
  },
})
DOCS: describe(
  transactionState,
  'State of the transaction, such as Succeeded; shows whether it failed',
  'transactionStatus txnStatus txnState',
)

export const voided = property({
  name: 'voided',
  type: 'boolean',
  expected: 'a yes or no, such as true or "N"',
  also: wordList('isVoid isVoided void reversed isReversal'),
  normalize: flag,
  complete: (found, reading) => (isVoid(reading) ? true : found),
})
DOCS: describe(
  voided,
  'Whether the transaction was voided or reversed, by a flag or by such a word in its state, result or type',
  'voidFlag voidIndicator wasVoided isReversed',
)

const tellsOfVoid = memo((text: string) => holdsWord(text, voidWords))

/** Any flag, the state, the result, or any text that may name the type can show a void. */
function isVoid(reading: Reading): boolean {
  const flags = reading.sentValues(voided).map(({ value }) => flag(value))
  const texts = [reading.get(transactionState), reading.get(result), ...reading.type.candidates]
  return flags.includes(true) || texts.some((one) => one !== undefined && tellsOfVoid(one))
}

export const sentType = property({
  name: 'sent_type',
  names: [],
  normalize: text,
  complete: (_found, reading) => reading.type.unfamiliar,
})
DOCS: describe(sentType, "The event's type as sent, when it is not one of the documented names")

export const currency = property({
  name: 'currency',
  expected: 'a currency code of three letters',
  sections: [{ at: 'check' }],
  normalize: currencyCode,
})
DOCS: describe(currency, 'Currency of the amounts, ISO 4217', 'currencyCode curr isoCurrency')

export const transactionProperties = [
  ...[merchantId, transactionId, posTransactionId, channel, result, transactionState],
  ...[voided, sentType],
]
