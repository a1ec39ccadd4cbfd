import type { Io } from './screen'

/**
 * Aborted by the first Ctrl-C, or when the machine asks to end; then `noticed` is called. The second Ctrl-C ends the
 * process, as it always does.
 */
export function interruption(io: Io, noticed: () => void = () => undefined): AbortSignal {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) return
    noticed()
    controller.abort()
  }
  io.once?.('SIGINT', interrupt)
  io.once?.('SIGTERM', interrupt)
  return controller.signal
}
