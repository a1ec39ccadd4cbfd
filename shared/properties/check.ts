import { describe } from '../declare/documentation'
import { type Property, property } from '../declare/property'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'

export const checkNumber = property({
  name: 'check_number',
  also: ['checkNo'],
  sections: [{ at: 'check', as: ['number'] }],
  normalize: identifier,
})
DOCS: describe(
  checkNumber,
  'Number of the check (the bill) at the point of sale',
  'checkNum checkNbr checkId billNumber billNo ticketNumber receiptNumber receiptNo tabNumber',
)

export const subtotal = amount('subtotal')
DOCS: describe(subtotal, 'Amount of the check before tax', 'netAmount netTotal checkSubtotal amountBeforeTax')

export const tax = amount('tax', 'taxTotal')
DOCS: describe(tax, 'Tax of the check', 'salesTax taxAmount totalTax checkTax')

export const total = amount('total', 'checkTotal')
DOCS: describe(
  total,
  'Amount of the check with tax',
  'grandTotal totalAmount amountTotal checkAmount billTotal billAmount orderTotal grossAmount amountDue',
)

function amount(name: string, ...also: string[]): Property<number> {
  return property({ name, type: 'number', also, sections: [{ at: 'check' }], normalize: decimal })
}
