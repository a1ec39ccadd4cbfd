import path from 'node:path'
import { bundle } from '../../../build/bundle/bundle'
import { compile } from '../../../build/bundle/compile'
import { projectRoot } from '../../../build/system/project'

const entry = path.join(projectRoot, 'functions/on-request.ts')
const configs = [
  { eventAliases: {}, mappings: {} },
  { eventAliases: {}, mappings: { tier: { '@path': '$.tier' } } },
]

/** What the statements that report steps consist of, and what they call. */
const traces = /\btrace(?:To)?\(|\bobserver\b|walletsAt|\bstep: "\w+"|\bTRACE\b/g
const kinds = ['anonymousId', 'body', 'find', 'get', 'got', 'keyed', 'named', 'note', 'pick', 'read', 'settle', 'type']

test.each(configs)('the built function reports no steps, with %j', async (config) => {
  const { code } = await bundle({ config })
  expect(code.match(traces)).toBeNull()
})

test.each(configs)('it does when it is compiled to be watched, with %j', async (config) => {
  const { code } = await compile(entry, config, { traced: true })
  const steps = [...code.matchAll(/\bTRACE: trace\(\{ step: "(\w+)"/g)].map(([, kind]) => kind)
  expect(steps.sort()).toEqual([...kinds, 'userId', 'visit', 'warn'])
  expect(code.match(/\btrace\(\{/g)).toHaveLength(steps.length)
})
