/** A user's mistake. The message says what is wrong and what to do. It is printed without a stack. */
export class UserError extends Error {
  override readonly name = 'UserError'

  /**
   * @param exitCode 1 when something failed, 2 when a command was used wrongly.
   * @param done What was done before, for `--json`.
   */
  constructor(
    message: string,
    readonly exitCode: 1 | 2 = 1,
    readonly done: readonly object[] = [],
  ) {
    super(message)
  }
}

/** The code of a system error, such as `ENOENT`. Undefined for other errors. */
export function codeOf(error: unknown): unknown {
  return typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
}
