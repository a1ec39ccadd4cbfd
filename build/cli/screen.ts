import { createColors } from 'picocolors'
import { UserError } from '../system/errors'
import type { StdinStream, Variables } from '../system/process'
import { harmless, harmlessJson } from './printable'

/** A stream that takes text; `process.stdout` is one. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** The streams and variables of a command. `process` is one. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: StdinStream & { readonly isTTY?: boolean | undefined }
  readonly env: Variables
  /** Calls the listener on the first signal. The next signal ends the process at once. */
  once?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}

type Colors = ReturnType<typeof createColors>

/** The output of a command, for a person or for the next program in a pipe. */
export interface Screen {
  /** Characters a line of stdout holds. */
  readonly width: number
  readonly colors: Colors
  /** Colours for stderr. It may be a terminal when stdout is not. */
  readonly noteColors: Colors
  /** Writes lines to stdout: the result of the command, and nothing else. */
  print(text: string): void
  /** Writes lines to stderr, in place of the progress line. */
  note(text: string): void
  /** Shows a progress line on stderr when that is a terminal. An empty text clears it. */
  progress(text: string): void
  /** Shows a progress line as long as the work takes. Returns its result. */
  during<Result>(text: string, work: () => Promise<Result>): Promise<Result>
  /** From now on, replaces these secrets with `(hidden)` in all output. */
  hide(secrets: readonly (string | undefined)[]): void
}

const usualWidth = 80
/** Longer lines are hard to read, however wide the terminal. */
const widest = 120
const narrowest = 40

/** Creates a screen from a process's streams. */
export function createScreen({ stdout, stderr, env }: Pick<Io, 'stdout' | 'stderr' | 'env'>): Screen {
  const hidden = new Set<string>()
  // Longest first: a secret may begin with a shorter one, and its end must not stay visible.
  const secretsNow = () => [...hidden].sort((one, other) => other.length - one.length)
  const withoutSecrets = (text: string) =>
    secretsNow().reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), text)
  // Escapes control characters that a view missed, such as those in a file name.
  const shown = (text: string) => harmless(withoutSecrets(text))
  let isPassingLineShown = false
  const progress = (text: string) => {
    if (!stderr.isTTY) return
    isPassingLineShown = text !== ''
    stderr.write(`\r\u001b[K${shown(text).slice(0, (stderr.columns || usualWidth) - 1)}`)
  }
  return {
    width: Math.min(Math.max(stdout.columns || usualWidth, narrowest), widest),
    colors: createColors(isColoured(stdout, env)),
    noteColors: createColors(isColoured(stderr, env)),
    print: (text) => stdout.write(`${shown(text)}\n`),
    note(text) {
      if (isPassingLineShown) progress('')
      stderr.write(`${shown(text)}\n`)
    },
    progress,
    async during(text, work) {
      progress(text)
      try {
        return await work()
      } finally {
        progress('')
      }
    },
    hide(secrets) {
      for (const secret of secrets.map((one) => one?.trim())) {
        if (!secret) continue
        hidden.add(secret)
        hidden.add(JSON.stringify(secret).slice(1, -1)) // as a JSON document writes it
      }
    },
  }
}

/** picocolors would also colour a pipe in CI, or with FORCE_COLOR. */
function isColoured({ isTTY }: Output, env: Io['env']): boolean {
  return isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

const withDocument = new WeakSet<Screen>()

/** Prints the JSON document of `--json`, of which a command prints one. */
export function printJson(screen: Screen, document: unknown): void {
  withDocument.add(screen)
  screen.print(harmlessJson(JSON.stringify(document, null, 2)))
}

/** Prints what failed as the JSON document of `--json`, unless the command printed its own before. */
export function printFailure(screen: Screen, error: unknown): void {
  if (withDocument.has(screen)) return
  const message = error instanceof Error ? error.message : String(error)
  printJson(screen, { error: { message }, done: error instanceof UserError ? error.done : [] })
}
