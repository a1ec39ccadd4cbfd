import { isObject } from '../../shared/json/values'
import { printable } from '../cli/printable'
import type { Json } from '../runtime'
import { counted } from '../system/numbers'
import { flow, withCommas, wordsIn } from './flow'

/** The most lines to show of a value. JSON output has them all. */
const mostLines = 12

/**
 * A value for people, in lines of at most `width` characters. A text has quotes only when it could be mistaken for
 * another value. Each object in a list starts a line.
 */
export function valueLines(value: Json, width: number, most = mostLines): string[] {
  const lines = allLines(value, width).map((line) => shortened(line, width * most))
  if (lines.length <= most) return lines
  return [...lines.slice(0, most), `… ${counted(lines.length - most, 'more line')}, see --json`]
}

/** Like {@link valueLines}, in one line. */
export function valueText(value: Json): string {
  return typeof value === 'string' ? plainOrQuoted(value) : compact(value)
}

/** A text without a space may be longer than all the lines that a value gets. */
export function shortened(line: string, longest: number): string {
  return line.length <= longest ? line : `${Array.from(line).slice(0, longest).join('')}… see --json`
}

function allLines(value: Json, width: number): string[] {
  if (Array.isArray(value) && value.some(isObject)) return listLines(value, width)
  return flow(piecesOf(value), width, typeof value === 'string' ? 0 : 1)
}

/** The lines of all items, with the brackets of the list around them. */
function listLines(list: readonly Json[], width: number): string[] {
  return list.flatMap((item, index) => {
    const end = index < list.length - 1 ? ',' : ']'
    const pieces = typeof item === 'string' ? [quoted(item)] : piecesOf(item)
    const lines = flow(bracketed('', pieces, end), width - 1, 1)
    return lines.map((line, number) => `${index + number === 0 ? '[' : ' '}${line}`)
  })
}

/** The pieces between which a line may break: words of a text, items of a list, members of an object. */
function piecesOf(value: Json): string[] {
  if (typeof value === 'string') return wordsIn(plainOrQuoted(value))
  if (Array.isArray(value)) return bracketed('[', withCommas(value.map(compact)), ']')
  return isObject(value) ? bracketed('{', withCommas(membersOf(value)), '}') : [String(value)]
}

function bracketed(open: string, pieces: readonly string[], close: string): string[] {
  if (pieces.length === 0) return [open + close]
  const last = pieces.length - 1
  return pieces.map((piece, index) => `${index === 0 ? open : ''}${piece}${index === last ? close : ''}`)
}

function compact(value: Json): string {
  return typeof value === 'string' ? quoted(value) : piecesOf(value).join(' ')
}

function membersOf(object: Readonly<Record<string, Json>>): string[] {
  return Object.entries(object).map(([key, item]) => `${/^[\w$]+$/.test(key) ? key : quoted(key)}: ${compact(item)}`)
}

/** `"0042"` has quotes because it looks like a number. `Dana` has none. */
function plainOrQuoted(text: string): string {
  const looksOtherwise = /^(?:[-+]?[\d.]+(?:e[-+]?\d+)?|true|false|null|[[{].*)$/i.test(text)
  const isPlain = text !== '' && text === text.trim() && quoted(text) === `"${text}"`
  return isPlain && !looksOtherwise ? text : quoted(text)
}

function quoted(text: string): string {
  return printable(JSON.stringify(text))
}
