import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { bundle } from '../../../build/bundle/bundle'
import { compile } from '../../../build/bundle/compile'
import { unconfigured } from '../../../build/config/config'
import { projectRoot } from '../../../build/system/project'

const configs = [
  unconfigured,
  { eventAliases: {}, mappings: { tier: { '@path': '$.tier' } }, body: { events: 'records' } },
]

/** The files that only serve to keep what a reading does. */
const keepers = ['shared/declare/usage.ts', 'shared/json/same-text.ts', 'shared/read/kept.ts']

/** What only they and the functions beside them are called. */
const names = keepers
  .flatMap((file) => [...readFileSync(path.join(projectRoot, file), 'utf8').matchAll(/^export function (\w+)/gm)])
  .map(([, name]) => name ?? '')

test.each(configs)('the built function keeps nothing of its readings, with %j', async (config) => {
  const { code } = await bundle({ config })
  expect(names.length).toBeGreaterThan(5)
  expect(names.filter((name) => new RegExp(`\\b${name}\\b`).test(code))).toEqual([])
  expect(
    code.match(
      /\bTRACE\b|\bmark(?:Item|Member)\b|\breadOf\b|new WeakMap|\b(?:candidate|foreign|inner|layer|event|sighting|type)\.paths?\b/g,
    ),
  ).toBeNull()
})

test.each(configs)('it does when it is compiled to be inspected, with %j', async (config) => {
  const { code, files } = await compile(path.join(projectRoot, 'build/inspection/entry.ts'), config, { traced: true })
  expect(files).toEqual(expect.arrayContaining(keepers))
  expect(code.match(/\bTRACE:/g)?.length).toBe(labels())
})

/** How many statements in the sources stand under the label. */
function labels(): number {
  const files = readdirSync(path.join(projectRoot, 'shared'), { recursive: true, encoding: 'utf8' })
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(path.join(projectRoot, 'shared', file), 'utf8'))
  return texts.reduce((sum, text) => sum + (text.match(/^ *TRACE:/gm)?.length ?? 0), 0)
}
