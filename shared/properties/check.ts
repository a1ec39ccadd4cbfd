import { decimal } from '../normalize/decimal'
import { identifier } from '../normalize/identifier'
import { property } from '../property'

const check = [{ at: 'check' }]

export const checkNumber = property({
  name: 'check_number',
  description: 'Number of the check (the bill) at the point of sale',
  sections: [{ at: 'check', as: ['number'] }],
  normalize: identifier,
})

export const subtotal = property({
  name: 'subtotal',
  type: 'number',
  description: 'Amount of the check before tax',
  sections: check,
  normalize: decimal,
})

export const tax = property({
  name: 'tax',
  type: 'number',
  description: 'Tax of the check',
  sections: check,
  normalize: decimal,
})

export const total = property({
  name: 'total',
  type: 'number',
  description: 'Amount of the check with tax',
  sections: check,
  normalize: decimal,
})
