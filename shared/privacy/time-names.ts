import { wordList } from '../json/word-list'

/** The names of the time at which an event took place, the preferred first. */
export const eventTimeNames = wordList(
  'timestamp eventTime eventDatetime eventTimestamp occurredAt transactionDatetime transactionDate checkinTime datetime posTransactionDatetime time',
)

/** The names of a time at which it may have been submitted or created. */
export const otherTimeNames = wordList('date submittedAt createdAt created')
