import { bundle } from '../bundle/bundle'
import { createRuntime, type Receipt, type Runtime } from '../runtime'
import { about } from '../system/project'

/** What became of a request: the same whether the sources ran or the built script. */
export interface Expectation {
  readonly status: string
  readonly error: { readonly name: string; readonly message: string } | null
  readonly calls: unknown
  readonly warnings: readonly string[]
  readonly errors: readonly string[]
}

/** A runtime for the built script: redeliveries are looked at too, so they are not dropped. */
export function runtimeOf(code: string): Runtime {
  return createRuntime(code, { rules: { deduplication: false } })
}

/** What a test expects of a receipt. */
export function expectationOf(receipt: Receipt): Expectation {
  const logs = (level: string) => receipt.logs.filter((line) => line.level === level).map(({ text }) => text)
  const { status, error, calls, discarded } = receipt
  if (discarded.length > 0) throw new Error(`refused on ingest: ${JSON.stringify(discarded)}`)
  return { status, error, calls: plain(calls), warnings: logs('warn'), errors: logs('error') }
}

/** As it goes over the wire; the version is not part of what is expected, so that a release changes no expectation. */
export function plain(calls: unknown): unknown {
  return JSON.parse(JSON.stringify(calls).replaceAll(`"version":"${about.version}"`, '"version":"…"'))
}

/**
 * The contents of `<case>.expected.json` for each body, in order: what the function, built without aliases and mappings
 * and run without settings, makes of it today.
 */
export async function expectationsOf(bodies: readonly string[]): Promise<string[]> {
  const { code } = await bundle({ config: { eventAliases: {}, mappings: {} } })
  const runtime = runtimeOf(code)
  try {
    const receipts = await Promise.all(
      bodies.map((body) => runtime.receive({ body, url: 'https://localhost/webhook?' })),
    )
    return receipts.map((receipt) => `${JSON.stringify(expectationOf(receipt), null, 2)}\n`)
  } finally {
    await runtime.close()
  }
}
