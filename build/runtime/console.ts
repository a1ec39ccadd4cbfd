import { format } from 'node:util'
import type { LogLine } from './receipt'

/** The log level of each console method. */
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

/** Console methods that record nothing. */
const silent = ['assert', 'clear', 'count', 'countReset', 'groupEnd', 'time', 'timeEnd', 'timeLog']

/** The `console` global. It passes each line to `record`, formatted as in Node, and prints nothing. */
export function createConsole(record: (line: LogLine) => void): Record<string, (...values: unknown[]) => void> {
  const recorders = Object.entries(levels).map(([method, level]) => [
    method,
    (...values: unknown[]) => record({ level, text: format(...values) }),
  ])
  return Object.fromEntries([...recorders, ...silent.map((method) => [method, () => undefined])])
}
