import { UserError } from '../system/errors'
import { parseJson } from '../system/parse-json'
import { readTextFile } from '../system/text-file'

/**
 * The value in the JSON file of an option.
 * @throws UserError with exit code 2 that names the option, when the file cannot be read or is not JSON.
 */
export function jsonOption(option: string, file: string): unknown {
  const text = readTextFile(file)
  try {
    return parseJson(text, file)
  } catch (error) {
    throw error instanceof UserError ? new UserError(`--${option}: ${error.message}`, 2) : error
  }
}
