import { type CellValue, type ColumnType, longestText } from './column-type'
import { postgresNames } from './postgres-names'
import type { Table } from './table'

const types: Readonly<Record<ColumnType, string>> = {
  timestamp: 'timestamp with time zone',
  integer: 'bigint',
  float: 'double precision',
  boolean: 'boolean',
  varchar: `varchar(${longestText})`,
}

/**
 * A script that creates and fills the tables of a warehouse in PostgreSQL, in the current schema. When a table already
 * exists, the script changes nothing. Names over 63 bytes are cut, and NUL characters, which PostgreSQL cannot store,
 * are left out; comments in the script say so. The same tables give the same bytes.
 */
export function postgresScript(tables: readonly Table[]): string {
  const names = postgresNames(tables.map(({ name }) => name))
  const statements = tables.map((table, index) => tableStatements(table, names[index] ?? table.name))
  return `${['BEGIN;', ...statements, 'COMMIT;'].join('\n\n')}\n`
}

/** The statement that creates one table. */
export function createTable({ name, columns }: Table): string {
  const names = postgresNames(columns.map((column) => column.name))
  const definitions = columns.map(({ type }, index) => `  ${quoted(names[index] ?? '')} ${types[type]}`)
  return `CREATE TABLE ${quoted(name)} (\n${definitions.join(',\n')}\n);`
}

function tableStatements(table: Table, name: string): string {
  const originalNames = table.columns.map((column) => column.name)
  const columns = postgresNames(originalNames)
  const rows = table.rows.map((row) => `  (${row.map(literal).join(', ')})`)
  return [
    ...shortenedRemarks([table.name, ...originalNames], [name, ...columns]),
    ...(table.rows.flat().some(hasNul)
      ? ['-- Texts are without their NUL characters, which PostgreSQL cannot hold.']
      : []),
    createTable({ ...table, name }),
    `INSERT INTO ${quoted(name)} (${columns.map(quoted).join(', ')}) VALUES\n${rows.join(',\n')};`,
  ].join('\n')
}

/** Snake-cased names contain no line end, so they cannot end the comment. */
function shortenedRemarks(names: readonly string[], shortened: readonly string[]): string[] {
  return names.flatMap((name, index) =>
    name === shortened[index] ? [] : [`-- ${shortened[index]} is ${name}, which is over PostgreSQL's 63 bytes.`],
  )
}

/** Snake-cased names contain no quotation mark. */
function quoted(name: string): string {
  return `"${name}"`
}

function hasNul(value: CellValue | null): boolean {
  return typeof value === 'string' && value.includes('\0')
}

function literal(value: CellValue | null): string {
  if (value === null) return 'NULL'
  return typeof value === 'string' ? textLiteral(value.replaceAll('\0', '')) : String(value)
}

/** Escapes backslashes and control characters, so that no database setting or line-end conversion changes them. */
function textLiteral(text: string): string {
  const inner = text.replaceAll("'", "''")
  const spelledOut = inner.replace(/[\\\p{Cc}]/gu, escaped)
  return spelledOut === inner ? `'${inner}'` : `E'${spelledOut}'`
}

function escaped(character: string): string {
  return character === '\\' ? '\\\\' : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
