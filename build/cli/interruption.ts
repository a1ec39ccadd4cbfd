import type { Context } from './command'

/** Aborted by the first Ctrl-C, or when the machine asks to end. The second one ends the process, as it always does. */
export function interruption({ io, screen }: Context): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) return
    screen.note('Finishing what is under way; Ctrl-C once more ends at once.')
    controller.abort()
  }
  io.once?.('SIGINT', interrupt)
  io.once?.('SIGTERM', interrupt)
  return controller.signal
}
