import { writeFileSync } from 'node:fs'
import { postgresScript } from '../../catalog/postgres'
import { type Table, type Warehouse, warehouseOf } from '../../catalog/warehouse'
import type { Screen } from '../../cli/screen'
import { warehouseText, warehouseWarnings } from '../../render/warehouse'
import type { Result } from '../../runtime/simulation'
import { UserError } from '../../system/errors'
import { counted, grouped } from '../../system/numbers'
import { unwritable } from '../../system/output'

/** The value of `--warehouse`: a file, or true without one. */
type WarehouseOption = string | boolean

const mostColumns = 1600

/**
 * Checks the option before anything runs.
 * @throws UserError when it would overwrite a body, or put text for people into a JSON document.
 */
export function checkWarehouseOption(option: WarehouseOption, asJson: boolean): void {
  if (option === true && asJson) {
    throw new UserError(
      '--warehouse prints tables for people; with --json, name a file for them: --warehouse out.sql',
      2,
    )
  }
  if (typeof option === 'string' && !option.endsWith('.sql')) {
    throw new UserError(
      `--warehouse: expected a .sql file, not ${option}; name bodies before the option: body.json --warehouse`,
      2,
    )
  }
}

/** Prints the tables of the calls, or writes them to a file as SQL. */
export function showWarehouse(results: readonly Result[], option: string | true, screen: Screen): void {
  const warehouse = warehouseOf(results.flatMap(({ calls }) => calls))
  if (option === true) screen.print(`\n${warehouseText(warehouse, screen)}`)
  else writeScript(warehouse, option, screen)
}

function writeScript({ tables, warnings }: Warehouse, file: string, { note, noteColors, width }: Screen): void {
  for (const table of tables) checkColumns(table)
  try {
    writeFileSync(file, postgresScript(tables))
  } catch (error) {
    throw unwritable(file, error)
  }
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0)
  note(`${file}: ${counted(tables.length, 'table')}, ${counted(rows, 'row')} for PostgreSQL`)
  if (warnings.length > 0) note(warehouseWarnings(warnings, { colors: noteColors, width }))
}

function checkColumns({ name, columns }: Table): void {
  if (columns.length <= mostColumns) return
  const count = counted(columns.length, 'column')
  throw new UserError(
    `the table ${name} has ${count}, but PostgreSQL allows ${grouped(mostColumns)}; run fewer bodies, or set omit`,
  )
}
