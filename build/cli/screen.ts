import { createColors } from 'picocolors'
import type { StdinStream, Variables } from '../system/process'
import { harmless, harmlessJson } from './printable'

/** A stream that takes text; `process.stdout` is one. */
export interface Output {
  write(text: string): unknown
  readonly isTTY?: boolean | undefined
  readonly columns?: number | undefined
}

/** The world of a command; `process` is one. */
export interface Io {
  readonly stdout: Output
  readonly stderr: Output
  readonly stdin: StdinStream & { readonly isTTY?: boolean | undefined }
  readonly env: Variables
  /** Tells of the first Ctrl-C, or that the machine asks to end; what comes after that ends the process at once. */
  once?(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown
}

type Colors = ReturnType<typeof createColors>

/** What a person, or the next program in a pipe, gets to see. */
export interface Screen {
  /** Characters a line of stdout holds. */
  readonly width: number
  readonly colors: Colors
  /** The colours of stderr, which may be a terminal when stdout is not. */
  readonly noteColors: Colors
  /** Writes lines to stdout: what the command was asked for, and nothing else. */
  print(text: string): void
  /** Writes lines to stderr, in the place of the passing one. */
  note(text: string): void
  /** Shows a passing line on stderr, when that is a terminal. An empty one clears it. */
  progress(text: string): void
  /** From now on shows nothing of these texts: secrets, wherever they come from. */
  hide(secrets: readonly (string | undefined)[]): void
}

const usualWidth = 80
/** Longer lines are hard to read, however wide the terminal. */
const widest = 120
const narrowest = 40

/** Makes a screen of a process's streams. */
export function createScreen({ stdout, stderr, env }: Pick<Io, 'stdout' | 'stderr' | 'env'>): Screen {
  const hidden = new Set<string>()
  // The longest first, lest the end of one is left that begins with another.
  const secretsNow = () => [...hidden].sort((one, other) => other.length - one.length)
  const withoutSecrets = (text: string) =>
    secretsNow().reduce((rest, secret) => rest.replaceAll(secret, '(hidden)'), text)
  // Whatever a view forgot to spell out, such as a file's name in a complaint, does nothing to the terminal.
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
    hide(secrets) {
      for (const secret of secrets.map((one) => one?.trim())) {
        if (!secret) continue
        hidden.add(secret)
        hidden.add(JSON.stringify(secret).slice(1, -1)) // as it stands in a JSON document
      }
    },
  }
}

/** picocolors would also colour a pipe, when it finds itself in CI or is forced to. */
function isColoured({ isTTY }: Output, env: Io['env']): boolean {
  return isTTY === true && !env.NO_COLOR && env.TERM !== 'dumb'
}

/** Prints the one document of `--json`. */
export function printJson(screen: Screen, document: unknown): void {
  screen.print(harmlessJson(JSON.stringify(document, null, 2)))
}
