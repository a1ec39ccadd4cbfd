import { memo } from '../json/memo'
import { text } from './text'

/** Digits, also in groups of three, with or without a point. No group of thousands begins with a zero. */
const digits = /[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+/g

/** How an amount may be written, and its sign: 9 stands for the digits, $ for a currency. Blanks do not matter. */
const shapes: ReadonlyMap<string, number> = new Map([
  ...['9', '+9', '$9', '9$', '+$9', '$+9', '+9$'].map((shape) => [shape, 1] as const),
  ...['-9', '-$9', '$-9', '-9$', '9-', '$9-', '9-$', '9$-'].map((shape) => [shape, -1] as const),
  ...['(9)', '($9)', '$(9)', '(9$)', '(9)$'].map((shape) => [shape, -1] as const),
])

const codesOf = memo((kind: 'currency'): ReadonlySet<string> => new Set(Intl.supportedValuesOf(kind)))

/**
 * A decimal: a JSON number, or text that can be read in one way only, such as `18.45`, `$1,234.50`, `USD 5`, `(12.50)`
 * or `12.50-`. Undefined are `12,50`, exponents, anything else, and what lies beyond 2^53, where whole numbers are no
 * longer told apart.
 */
export function decimal(value: unknown): number | undefined {
  const amount = typeof value === 'number' ? value : written(text(value))
  // Adding zero turns −0, which JSON cannot say, into 0.
  return amount !== undefined && Math.abs(amount) <= Number.MAX_SAFE_INTEGER ? amount + 0 : undefined
}

function written(amount: string | undefined): number | undefined {
  if (amount === undefined) return undefined
  if (/^-?\d+(?:\.\d+)?$/.test(amount)) return Number(amount)
  const sign = shapes.get(shapeOf(amount))
  const [number = ''] = amount.match(digits) ?? []
  return sign && sign * Number(number.replaceAll(',', ''))
}

function shapeOf(amount: string): string {
  return amount
    .replace(digits, '9')
    .replace(/\p{Sc}|([a-z]+)/giu, (one, code?: string) => (code === undefined || isCurrency(code) ? '$' : one))
    .replace(/\s/g, '')
    .replace('\u2212', '-')
}

function isCurrency(code: string): boolean {
  return codesOf('currency').has(code.toUpperCase())
}
