import { memo } from '../json/memo'
import { text } from './text'

/**
 * Digits, also in groups of three, with or without a decimal point. The first of several groups has no leading zero.
 */
const digits = /[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?|\d+(?:\.\d*)?|\.\d+/g

/** The accepted forms of an amount, with the sign: 9 means digits. Blanks and one currency, wherever it is, do not matter. */
const signs: ReadonlyMap<string, number> = new Map(Object.entries({ 9: 1, '+9': 1, '-9': -1, '9-': -1, '(9)': -1 }))

const codesOf = memo((kind: 'currency'): ReadonlySet<string> => new Set(Intl.supportedValuesOf(kind)))

/**
 * A decimal: a JSON number, or a text with only one possible meaning, such as `18.45`, `$1,234.50`, `USD 5`, `(12.50)`
 * or `12.50-`. Undefined for `12,50`, exponents, numbers beyond 2^53 (where whole numbers lose precision) and anything
 * else.
 */
export function decimal(value: unknown): number | undefined {
  const amount = typeof value === 'number' ? value : written(text(value))
  // Adding zero turns −0, which JSON does not have, into 0.
  return amount !== undefined && Math.abs(amount) <= Number.MAX_SAFE_INTEGER ? amount + 0 : undefined
}

function written(amount: string | undefined): number | undefined {
  if (amount === undefined) return undefined
  if (/^-?\d+(?:\.\d+)?$/.test(amount)) return Number(amount)
  const sign = signs.get(shapeOf(amount))
  const [number = ''] = amount.match(digits) ?? []
  return sign && sign * Number(number.replaceAll(',', ''))
}

function shapeOf(amount: string): string {
  return amount
    .replace(digits, '9')
    .replace(/\p{Sc}|([a-z]+)/giu, (one, code?: string) => (code === undefined || isCurrency(code) ? '$' : one))
    .replace(/\s/g, '')
    .replace('\u2212', '-')
    .replace('$', '')
}

function isCurrency(code: string): boolean {
  return codesOf('currency').has(code.toUpperCase())
}
