import { type Property, property } from '../declare/property'
import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'

export const checkNumber = property({
  name: 'check_number',
  description: 'Number of the check (the bill) at the point of sale',
  sections: [{ at: 'check', as: ['number'] }],
  normalize: identifier,
})

export const subtotal = amount({
  name: 'subtotal',
  description: 'Amount of the check before tax',
})

export const tax = amount({
  name: 'tax',
  description: 'Tax of the check',
})

export const total = amount({
  name: 'total',
  description: 'Amount of the check with tax',
})

function amount(definition: Pick<Property<number>, 'name' | 'description'>): Property<number> {
  return property({ ...definition, type: 'number', sections: [{ at: 'check' }], normalize: decimal })
}
