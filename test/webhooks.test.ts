import { readFileSync } from 'node:fs'
import { bundle } from '../build/bundle/bundle'
import { unconfigured } from '../build/config/config'
import type { Runtime } from '../build/runtime'
import { events } from '../functions/events'
import { runBundle, runSources, runtimeOf } from './outcome'
import { installSegmentGlobals } from './segment-globals'
import { webhookCases } from './webhook-cases'

const recorded = installSegmentGlobals()
const cases = webhookCases()
const expectationOf = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
const folderOf = (name: string) => name.toLowerCase().replace(/[^a-z]+/g, '-')

describe.each(cases)('$event/$name', ({ body, expectationFile }) => {
  let runtime: Runtime
  beforeAll(async () => {
    runtime = await builtOnce()
  })

  test('the sources give what is expected', async () => {
    expect(await runSources({ body }, recorded)).toEqual(expectationOf(expectationFile))
  })

  test('the built function gives what is expected', async () => {
    expect(await runBundle({ body }, runtime)).toEqual(expectationOf(expectationFile))
  })
})

test('every event has bodies, and every folder of bodies is an event', () => {
  const folders = [...new Set(cases.map(({ event }) => event))]
  expect(folders.sort()).toEqual(events.map(({ name }) => folderOf(name)).sort())
})

let built: Promise<Runtime> | undefined
afterAll(async () => (await built)?.close())

function builtOnce(): Promise<Runtime> {
  built ??= bundle({ config: unconfigured }).then(({ code }) => runtimeOf(code))
  return built
}
