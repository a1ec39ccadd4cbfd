import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../../../build/bundle/bundle'
import { compile } from '../../../build/bundle/compile'
import { tracing } from '../../../build/bundle/strip-lines'
import { projectRoot } from '../../../build/system/project'

const entry = path.join(projectRoot, 'functions/on-request.ts')
const configs = [
  { eventAliases: {}, mappings: {} },
  { eventAliases: {}, mappings: { tier: { '@path': '$.tier' } } },
]

/** What the lines that report steps consist of, and what they call. */
const traces = /\btrace(?:To)?\(|\bobserver\b|walletsAt|\bstep: "\w+"/g
const kinds = ['anonymousId', 'body', 'find', 'get', 'got', 'keyed', 'named', 'note', 'pick', 'read', 'settle', 'type']

const sources = ['functions', 'shared'].flatMap((folder) =>
  readdirSync(path.join(projectRoot, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && path.basename(file) !== 'trace.ts')
    .map((file) => [path.join(folder, file)] as const),
)

test.each(configs)('the built function reports no steps, with %j', async (config) => {
  const { code } = await bundle({ config })
  expect(code.match(traces)).toBeNull()
})

test.each(configs)('it does when it is compiled to be watched, with %j', async (config) => {
  const code = await compile(entry, config, { traced: true })
  const steps = [...code.matchAll(/\bstep: "(\w+)"/g)].map(([, kind]) => kind)
  expect(steps.sort()).toEqual([...kinds, 'userId', 'visit', 'warn'])
})

test.each(sources)('%s reports each step in a line of its own', (file) => {
  const text = readFileSync(path.join(projectRoot, file), 'utf8')
  expect(text.replace(tracing, '')).not.toMatch(/\btrace\(/)
})
