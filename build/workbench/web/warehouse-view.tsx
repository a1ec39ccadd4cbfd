import { useMemo } from 'preact/hooks'
import { type Table, warehouseOf } from '../../catalog/warehouse'
import type { SegmentCall } from '../../runtime/receipt'
import { counted } from '../../system/numbers'
import { Grid } from './grid'
import { useFirst } from './use-first'
import { Words } from './words'

/** The rows of the calls in a Segment warehouse. */
export function WarehouseView({ calls }: { calls: readonly SegmentCall[] }) {
  const { tables, warnings } = useMemo(() => warehouseOf(calls), [calls])
  if (tables.length === 0) return <p class="nothing">No calls, so no rows.</p>
  return (
    <>
      {warnings.length > 0 && (
        <ul class="problems" aria-label="Warnings about the warehouse">
          {warnings.map(({ tables: names, text }) => (
            <li key={text} class="warn">
              {names.length > 0 && <strong>{names.join(', ')}</strong>} <Words text={text} />
            </li>
          ))}
        </ul>
      )}
      {tables.map((table) => (
        <TableCard key={table.name} table={table} />
      ))}
      <p class="muted">Segment itself fills received_at, sent_at and uuid_ts.</p>
    </>
  )
}

/** Shows one column per line, so that many columns fit. */
function TableCard({ table: { name, columns, rows } }: { table: Table }) {
  const [shown, showAll] = useFirst(rows, 'row')
  return (
    <section class="card">
      <h3>
        <span class="mono">{name}</span> <span class="muted">{counted(rows.length, 'row')}</span>
      </h3>
      <Grid caption={name} isCaptionHidden columns={['Column', 'Type', ...shown.map(headingOf)]}>
        {columns.map((column, place) => (
          <tr key={column.name}>
            <th scope="row" class="mono">
              <Words text={column.name} />
            </th>
            <td class="muted">{column.type}</td>
            {shown.map((row, index) => (
              <td key={index}>
                <Cell value={row[place]} />
              </td>
            ))}
          </tr>
        ))}
      </Grid>
      {showAll}
    </section>
  )
}

function headingOf(_: unknown, index: number, rows: readonly unknown[]): string {
  return rows.length === 1 ? 'Value' : `Row ${index + 1}`
}

function Cell({ value }: { value: unknown }) {
  return value === null ? <span class="muted">null</span> : <Words text={String(value)} />
}
