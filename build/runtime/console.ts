import { format } from 'node:util'
import type { LogLine } from './receipt'

/** Under which level each method of a console is recorded. */
const levels = {
  debug: 'debug',
  log: 'log',
  info: 'info',
  warn: 'warn',
  error: 'error',
  dir: 'log',
  table: 'log',
  group: 'log',
  trace: 'error',
} as const

/** Methods that may be called but record nothing. */
const silent = ['assert', 'clear', 'count', 'countReset', 'groupEnd', 'time', 'timeEnd', 'timeLog']

/** The `console` global: hands over each line, formatted as Node formats it, and prints nothing. */
export function createConsole(record: (line: LogLine) => void): Record<string, (...values: unknown[]) => void> {
  const recorders = Object.entries(levels).map(([method, level]) => [
    method,
    (...values: unknown[]) => record({ level, text: format(...values) }),
  ])
  return Object.fromEntries([...recorders, ...silent.map((method) => [method, () => undefined])])
}
