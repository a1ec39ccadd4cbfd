import type { Io } from './screen'

/**
 * A signal that the first Ctrl-C or SIGTERM aborts. `noticed` is called then. The second Ctrl-C ends the process as
 * usual.
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
