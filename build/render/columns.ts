import { printable } from '../cli/printable'
import { flow, flowText } from './flow'
import type { View } from './view'

const introduction =
  'holds wallets. To send them, put this under environments.<name>.backfill in segment.config.json, or the inner object into a file for --columns of backfill:'
const advice =
  'Write the code of each wallet, as Paytronix has it, in place of its name: then history and webhooks tell of the same wallet.'

/** The proposal for the columns of a CSV file, to copy. */
export function columnsText(
  file: string,
  columns: Readonly<Record<string, string>>,
  { width }: Pick<View, 'width'>,
): string {
  const json = JSON.stringify({ columns }, null, 2).split('\n')
  const lines = [...flow([printable(file), ...introduction.split(' ')], width), ...json.map((line) => `  ${line}`)]
  return [...lines, ...flowText(advice, width)].join('\n')
}
