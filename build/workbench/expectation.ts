import { bundle } from '../bundle/bundle'
import { unconfigured } from '../config/config'
import { createRuntime, type Receipt, type Runtime } from '../runtime'
import { about } from '../system/project'

/** The expected result of a request, both for the sources and for the built script. */
export interface Expectation {
  readonly status: string
  readonly error: { readonly name: string; readonly message: string } | null
  readonly calls: unknown
  readonly warnings: readonly string[]
  readonly errors: readonly string[]
}

/** A runtime for the built script. It does not drop redeliveries, because tests look at them too. */
export function runtimeOf(code: string): Runtime {
  return createRuntime(code, { rules: { deduplication: false } })
}

/** The part of a receipt that tests compare. */
export function expectationOf(receipt: Receipt): Expectation {
  const logs = (level: string) => receipt.logs.filter((line) => line.level === level).map(({ text }) => text)
  const { status, error, calls, discarded } = receipt
  if (discarded.length > 0) throw new Error(`refused on ingest: ${JSON.stringify(discarded)}`)
  return { status, error, calls: plain(calls), warnings: logs('warn'), errors: logs('error') }
}

/** The calls as they are sent. Leaves out the version, so that a release does not change expectations. */
export function plain(calls: unknown): unknown {
  return JSON.parse(JSON.stringify(calls).replaceAll(`"version":"${about.version}"`, '"version":"…"'))
}

/**
 * The contents of `<case>.expected.json` for each body, in order: the current result of the function, without aliases,
 * mappings and settings.
 */
export async function expectationsOf(bodies: readonly string[]): Promise<string[]> {
  const { code } = await bundle({ config: unconfigured })
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
