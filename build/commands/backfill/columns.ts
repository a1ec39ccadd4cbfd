import * as v from 'valibot'
import { isObject } from '../../../shared/json/values'
import type { Columns } from '../../bodies/csv/columns'
import { jsonOption } from '../../cli/json-option'
import type { EnvironmentConfig } from '../../config/config'
import { UserError } from '../../system/errors'

const columnsShape = v.record(v.string(), v.string())

/**
 * Where the columns of CSV files go: by the file of `--columns`, else as the environment says.
 * @throws UserError when the file is not an object of texts.
 */
export function columnsOf(file: string | undefined, environment: EnvironmentConfig | undefined): Columns {
  if (file === undefined) return environment?.backfill?.columns ?? {}
  const value = jsonOption('columns', file)
  const parsed = v.safeParse(columnsShape, value)
  if (parsed.success && isObject(value)) return parsed.output
  throw new UserError(`--columns: expected heading and path in ${file}: {"Points Accrued": "details.12.accrued"}`, 2)
}
