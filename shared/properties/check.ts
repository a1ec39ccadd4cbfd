import { describe } from '../declare/documentation'
import { type Property, property } from '../declare/property'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'

export const checkNumber = property({
  name: 'check_number',
  sections: [{ at: 'check', as: ['number'] }],
  normalize: identifier,
})
DOCS: describe(checkNumber, 'Number of the check (the bill) at the point of sale')

export const subtotal = amount('subtotal')
DOCS: describe(subtotal, 'Amount of the check before tax')

export const tax = amount('tax')
DOCS: describe(tax, 'Tax of the check')

export const total = amount('total')
DOCS: describe(total, 'Amount of the check with tax')

function amount(name: string): Property<number> {
  return property({ name, type: 'number', sections: [{ at: 'check' }], normalize: decimal })
}
