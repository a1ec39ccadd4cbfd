import { bundle } from '../build/bundle/bundle'
import { unconfigured } from '../build/config/config'
import { createRuntime, type Runtime } from '../build/runtime'
import { checkCase } from './case-check'
import { type Case, caseFiles, parsedForm, requestOf } from './case-files'
import { type KeyOrder, type Outcome, runBundle, runSources } from './outcome'
import { installSegmentGlobals } from './segment-globals'

const recorded = installSegmentGlobals()
const orders: readonly KeyOrder[] = ['as sent', 'alphabetical']

/** Tests of the cases of `test/cases`: those of growth, which send bodies of half a megabyte, or the others. */
export function describeCases({ ofGrowth }: { readonly ofGrowth: boolean }): void {
  const files = caseFiles().map(({ kind, cases }) => {
    return { kind, cases: cases.filter(({ expect }) => (expect.linear !== undefined) === ofGrowth) }
  })
  describe.each(files.filter(({ cases }) => cases.length > 0))('$kind', ({ cases }) => {
    describe.each(orders)('The built script, keys %s.', (order) => {
      test.each(cases)('$what', async (one) => checkCase(one.expect, await runBuilt(one, order)))
    })

    // The sources have no configuration.
    const plain = cases.filter(({ config }) => config === undefined)
    if (plain.length === 0) return
    describe.each(orders)('The sources, keys %s.', (order) => {
      test.each(plain)('$what', async (one) => {
        const outcomes: Outcome[] = []
        for (const request of one.requests) outcomes.push(await runSources(requestOf(request), recorded, order))
        checkCase(one.expect, outcomes)
      })
    })
  })
}

async function runBuilt(one: Case, order: KeyOrder): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const sent of one.requests) {
    const fields = parsedForm(sent)
    const request = requestOf(sent)
    const body = fields === undefined ? request.body : new URLSearchParams(fields).toString()
    const runtime = await runtimeFor(one.config, order, fields !== undefined)
    outcomes.push(await runBundle({ ...request, body }, runtime))
  }
  return outcomes
}

const built = new Map<string, Promise<string>>()
const runtimes = new Map<string, Runtime>()
afterAll(() => Promise.all([...runtimes.values()].map((runtime) => runtime.close())))

/** One runtime for each configuration, order of keys and way of forms; it keeps no state between requests. */
async function runtimeFor(config: Case['config'], order: KeyOrder, parsesForms: boolean): Promise<Runtime> {
  const code = await codeFor(config)
  const key = JSON.stringify([config, order, parsesForms])
  const rules = { deduplication: false, alphabetizedKeys: order === 'alphabetical' }
  const runtime = runtimes.get(key) ?? createRuntime(code, { rules, formBodies: parsesForms ? 'parsed' : 'text' })
  runtimes.set(key, runtime)
  return runtime
}

function codeFor(config: Case['config']): Promise<string> {
  const key = JSON.stringify(config ?? {})
  const code = built.get(key) ?? bundle({ config: { ...unconfigured, ...config } }).then((one) => one.code)
  built.set(key, code)
  return code
}
