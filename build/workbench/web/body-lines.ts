import { jsonPath } from '../../system/json-path'

/** A line of a formatted body. */
export interface BodyLine {
  /** The path of the value that begins or ends on this line. */
  readonly path: string
  readonly depth: number
  /** The key with its colon. Empty without a key. */
  readonly key: string
  readonly text: string
  readonly kind: 'text' | 'literal' | 'bracket'
}

/**
 * Formats a body's JSON in lines with paths. In a form, the JSON is in the field `payload` or `body`. Undefined when
 * there is no JSON.
 */
export function bodyLines(body: string): BodyLine[] | undefined {
  for (const text of [body, ...formFields(body)]) {
    try {
      return linesOf(parse(text), [], '', '')
    } catch {
      // The next one may be JSON.
    }
  }
  return undefined
}

/** A number as it was sent. JavaScript would lose digits of a long number. */
class SentNumber {
  constructor(readonly text: string) {}
}

/** New browsers pass the source text of a value to a reviver. TypeScript's types do not have this yet. */
type Reviver = (key: string, value: unknown, context?: { readonly source?: string }) => unknown

function parse(text: string): unknown {
  const keepNumber: Reviver = (_, value, context) =>
    typeof value === 'number' ? new SentNumber(context?.source ?? String(value)) : value
  return JSON.parse(text, keepNumber)
}

function formFields(body: string): string[] {
  const fields = new URLSearchParams(body)
  return ['payload', 'body'].flatMap((name) => fields.get(name) ?? [])
}

function linesOf(value: unknown, keys: readonly string[], key: string, comma: string): BodyLine[] {
  const line = { path: jsonPath(keys), depth: keys.length, key }
  if (value instanceof SentNumber) return [{ ...line, text: `${value.text}${comma}`, kind: 'literal' }]
  if (typeof value !== 'object' || value === null) {
    const kind = typeof value === 'string' ? 'text' : 'literal'
    return [{ ...line, text: `${JSON.stringify(value)}${comma}`, kind }]
  }
  const [open, close] = Array.isArray(value) ? '[]' : '{}'
  const entries = Object.entries(value)
  if (entries.length === 0) return [{ ...line, text: `${open}${close}${comma}`, kind: 'bracket' }]
  const members = entries.flatMap(([name, member], index) => {
    const label = Array.isArray(value) ? '' : `${JSON.stringify(name)}: `
    return linesOf(member, [...keys, name], label, index < entries.length - 1 ? ',' : '')
  })
  const end: BodyLine = { ...line, key: '', text: `${close}${comma}`, kind: 'bracket' }
  return [{ ...line, text: open ?? '', kind: 'bracket' }, ...members, end]
}
