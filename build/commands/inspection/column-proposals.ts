import { chunksOf } from '../../bodies/chunks'
import { csvHeadings } from '../../bodies/csv/csv'
import { kindOf } from '../../bodies/input'
import { proposedColumns } from '../../inspection/proposed-columns'

/** Proposed `columns` by file. */
export type Proposals = Readonly<Record<string, Readonly<Record<string, string>>>>

/** `columns` for the CSV files among the named ones that have some to send, by file. */
export async function columnProposals(names: readonly string[]): Promise<Proposals> {
  const proposals: Record<string, Record<string, string>> = {}
  for (const name of names) {
    const { kind, isZipped = false } = kindOf(name) ?? {}
    if (kind !== 'csv') continue
    const columns = proposedColumns(await csvHeadings(chunksOf(name, isZipped)))
    if (Object.keys(columns).length > 0) proposals[name] = columns
  }
  return proposals
}
