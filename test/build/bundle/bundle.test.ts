import { tmpdir } from 'node:os'
import path from 'node:path'
import vm from 'node:vm'
import { type Bundle, bundle } from '../../../build/bundle/bundle'
import { parameterGlobals } from '../../../build/bundle/globals'
import { unconfigured } from '../../../build/config/config'
import { UserError } from '../../../build/system/errors'
import { version } from '../../../package.json'
import { readSettings } from '../../../shared/settings/settings'
import { onRequest as fromSources } from './fixtures/verbatim'

jest.unmock('../../../build/bundle/bundle')

const fixture = (name: string) => path.join('test/build/bundle/fixtures', `${name}.ts`)
const mapped = {
  eventAliases: { VISIT: 'Check-In', ACCRUAL: 'Add/Redeem' },
  mappings: {
    tier: { '@path': '$.loyalty.tier' },
    card: { '@replace': { pattern: '-', value: { '@path': '$.loyalty.card' } } },
  },
}

/** Runs a script where there is nothing but ECMAScript and the two globals of Segment that are handed in. */
async function run({ code }: Bundle, body: unknown): Promise<unknown> {
  const globals = { Buffer, crypto }
  const onRequest: unknown = vm.runInNewContext(`(function (onRequest) {\n${code}\nreturn onRequest\n})()`, globals)
  return typeof onRequest === 'function' ? onRequest({ json: () => body }, {}) : undefined
}

describe('without mappings', () => {
  let built: Bundle
  beforeAll(async () => {
    built = await bundle({
      entry: fixture('echo'),
      config: { ...unconfigured, eventAliases: { B: 'Check-In', A: 'Add/Redeem' } },
    })
  })

  test('it answers, knows the version and the aliases, and has no mapping', async () => {
    expect(JSON.parse(String(await run(built, {})))).toEqual({ version, aliases: ['A', 'B'] })
  })

  test('the usual globals are handed in as parameters', () => {
    expect(built.code).toContain(`\n;(function (${parameterGlobals.join(', ')}) {\n'use strict'\n`)
    expect(built.code).toContain(`\npaytronix = onRequest\n})(${parameterGlobals.join(', ')})\n`)
  })

  test('it ends in one declaration for Segment to find', () => {
    expect(built.code).toMatch(
      /\n\nasync function onRequest\(request, settings\) \{\n\treturn paytronix\(request, settings\)\n\}\n$/,
    )
  })
})

describe('with mappings', () => {
  let built: Bundle
  beforeAll(async () => {
    built = await bundle({ entry: fixture('mapping'), config: mapped })
  })

  test('it maps', async () => {
    const answer = JSON.parse(String(await run(built, { loyalty: { tier: 'Gold', card: '60-00' } })))
    expect(answer).toMatchObject({
      names: ['card', 'tier'],
      values: [
        ['card', '6000'],
        ['tier', 'Gold'],
      ],
    })
  })

  test('those of one event come first, and hold for that event alone', async () => {
    const mappings = { tier: { '@path': '$.tier' }, 'recharge value': { amount: { '@path': '$.added' } } }
    const { code } = await bundle({ entry: fixture('mapping'), config: { eventAliases: {}, mappings } })
    const answer = JSON.parse(String(await run({ ...built, code }, { added: 5, tier: 'Gold' })))
    expect(answer).toMatchObject({
      names: ['amount', 'tier'],
      values: [
        ['amount', 5],
        ['tier', 'Gold'],
      ],
    })
  })
})

describe('the same configuration gives the same bytes', () => {
  const build = () => bundle({ entry: fixture('mapping'), config: mapped })

  test('from another directory', async () => {
    const here = process.cwd()
    const { code } = await build()
    process.chdir(tmpdir())
    try {
      expect((await build()).code).toBe(code)
    } finally {
      process.chdir(here)
    }
  })

  test('with its keys in another order', async () => {
    const { code } = await build()
    const reversed = (object: object) => Object.fromEntries(Object.entries(object).reverse())
    const config = { eventAliases: reversed(mapped.eventAliases), mappings: reversed(mapped.mappings) }
    expect((await bundle({ entry: fixture('mapping'), config })).code).toBe(code)
  })
})

test('onRequest may be exported under another name than it has', async () => {
  expect(await run(await bundle({ entry: fixture('renamed'), config: unconfigured }), {})).toBe('renamed')
})

test('data comes out of the script as out of the sources, whatever it looks like', async () => {
  const expected = await fromSources(
    undefined,
    readSettings({}, () => true),
  )
  expect(JSON.parse(expected)).toMatchObject({ comment: '\n// not a comment\n  two  blanks, then a tab\tand the end' })
  expect(await run(await bundle({ entry: fixture('verbatim'), config: unconfigured }), {})).toBe(expected)
})

test.each([
  ['broken', 'cannot build:\ntest/build/bundle/fixtures/broken.ts:2: Could not resolve "./nowhere"'],
  [
    'missing',
    `cannot build:\nscript:1: Could not resolve ${JSON.stringify(path.resolve(__dirname, 'fixtures/missing.ts'))}`,
  ],
  ['uses-process', 'the built function breaks a rule of Segment:\nuses process, which Segment does not document'],
  // esbuild writes import() as require() where there are no modules.
  ['imports', 'the built function breaks a rule of Segment:\nuses require, which Segment does not document'],
])('the entry %s is refused', async (name, message) => {
  await expect(bundle({ entry: fixture(name), config: unconfigured })).rejects.toEqual(new UserError(message))
})

test("a mapping cannot bring in the address of Segment's functions", async () => {
  const config = { ...unconfigured, mappings: { link: 'https://fn.segmentapis.com/v1' } }
  await expect(bundle({ entry: fixture('echo'), config })).rejects.toThrow(
    'contains the text https://fn.segmentapis.com, which Segment refuses to save',
  )
})
