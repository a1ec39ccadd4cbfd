import { UserError } from '../system/errors'

/**
 * Reads an option that takes a whole number from `least` to `most`. Undefined when the option is absent.
 * @throws UserError for any other value.
 */
export function wholeNumber(
  option: string,
  text: string | undefined,
  { least, most }: { least: number; most: number },
): number | undefined {
  if (text === undefined) return undefined
  const number = Number(text)
  if (/^\d+$/.test(text) && number >= least && number <= most) return number
  throw new UserError(`--${option}: expected a whole number from ${least} to ${most}`, 2)
}
