import { UserError } from '../errors'
import { createRuntime, type FunctionSettings } from '../runtime'

/**
 * Tries an environment's settings on the built function itself: with a wrong one it would reject every request.
 * @throws UserError with the function's own complaint, which names the setting and what it may be.
 */
export async function checkSettingValues(code: string, settings: FunctionSettings): Promise<void> {
  const runtime = createRuntime(code, { settings })
  try {
    const { error } = await runtime.receive({ body: '{}' })
    if (error?.name === 'ValidationError')
      throw new UserError(`${error.message.replace(/;[^;]*$/, '')}; correct it in segment.config.json`)
  } finally {
    await runtime.close()
  }
}
