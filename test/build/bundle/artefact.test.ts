import { readdirSync } from 'node:fs'
import path from 'node:path'
import { isIntact, readBanner } from '../../../build/bundle/banner'
import { type Bundle, bundle } from '../../../build/bundle/bundle'
import { compile } from '../../../build/bundle/compile'
import { freeNames } from '../../../build/bundle/free-names'
import { checkBundle } from '../../../build/bundle/gates'
import { parameterGlobals } from '../../../build/bundle/globals'
import { unconfigured } from '../../../build/config/config'
import { createRuntime, type Receipt, type RuntimeOptions } from '../../../build/runtime'
import { events } from '../../../functions/events'
import { license, name, version } from '../../../package.json'
import { descriptionOf, documentationOf } from '../../../shared/declare/documentation'
import { innerSources, sharedProperties, sharedSources } from '../../../shared/properties'
import { settingDefinitions } from '../../../shared/settings/definitions'

jest.unmock('../../../build/bundle/bundle')

const mapped = { eventAliases: { VISIT: 'Check-In' }, mappings: { club: { '@path': '$.loyalty.club' } } }
const root = path.resolve(__dirname, '../../..')

/** What Segment documents, and nothing of Node beside it. */
const documented = [
  ...['crypto', 'Buffer', 'URL', 'URLSearchParams', 'console', 'Segment'],
  ...['ValidationError', 'InvalidEventPayload', 'EventNotSupported', 'RetryError'],
]
let built: Bundle
let withMappings: Bundle
beforeAll(async () => {
  built = await bundle({ config: unconfigured })
  withMappings = await bundle({ config: mapped })
})

test('without configuration it has at most 100 KB, with room for some events of your own', () => {
  expect(built.bytes).toBe(Buffer.byteLength(built.code))
  expect(built.bytes).toBeLessThanOrEqual(100 * 1024)
})

describe.each([
  ['without mappings', () => built, unconfigured],
  ['with mappings', () => withMappings, mapped],
])('%s', (_, bundleOf, config) => {
  test('its banner names project, version and licence, says that it is generated, and is intact', () => {
    const [banner = ''] = bundleOf().code.split('*/')
    expect(banner).toContain(`${name} ${version}, ${license}`)
    expect(banner).toMatch(/^\/\*\*\n/)
    expect(banner).toMatch(/generated/i)
    expect(readBanner(bundleOf().code)).toEqual({ version, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(isIntact(bundleOf().code)).toBe(true)
    expect(isIntact(`${bundleOf().code}//`)).toBe(false)
  })

  test('its banner holds no date and no commit', () => {
    const [banner = ''] = bundleOf().code.split('*/')
    const others = banner.replace(version, '').replace(/[0-9a-f]{64}/, '')
    expect(others).not.toMatch(/\d{4}|[0-9a-f]{7,40}/)
  })

  test('the same sources give the same bytes', async () => {
    expect((await bundle({ config })).code).toBe(bundleOf().code)
  })

  test('it breaks no rule of Segment', () => expect(checkBundle(bundleOf().code)).toEqual([]))

  test('it is a script with one top-level function, and not minified', () => {
    const { code } = bundleOf()
    expect(code.match(/^async function onRequest\(request, settings\) \{$/gm)).toHaveLength(1)
    expect(code).not.toMatch(/^(?:import|export) /m)
    expect(code).not.toContain('https://fn.segmentapis.com')
    expect(code.split('\n').filter((line) => line.length > 500)).toEqual([])
    expect(code.length / code.split('\n').length).toBeLessThan(60)
  })

  test('it is ASCII, which no editor or clipboard changes', () => {
    expect(bundleOf().code).toMatch(/^[\t\n -~]*$/)
  })

  test('it names no path of this machine', () => expect(bundleOf().code).not.toContain(root))
})

test('it is handed in all globals of ECMAScript that it uses, and two of Segment', () => {
  const free = [...freeNames(built.code)].filter(
    (name) => !documented.includes(name) || parameterGlobals.includes(name),
  )
  expect(free.sort()).toEqual([...parameterGlobals].sort())
  // Each is a parameter, an argument, and used at least once.
  for (const name of parameterGlobals)
    expect(built.code.match(new RegExp(`\\b${name}\\b`, 'g'))?.length).toBeGreaterThan(2)
})

describe('every property and event is documented, but not in the script', () => {
  const own = events.flatMap(({ properties }) => properties)
  const properties = new Set([...sharedProperties, ...sharedSources, ...innerSources, ...own])
  const described = [...properties].map((one) => [`what ${one.name} is`, descriptionOf(one)])
  const documentation = events.flatMap((event) => {
    const { firesWhen, goodFor } = documentationOf(event)
    return [
      [`when ${event.name} fires`, firesWhen],
      [`what ${event.name} is good for`, goodFor],
    ]
  })
  const settings = settingDefinitions.map(({ name, description }) => [`what the setting ${name} does`, description])

  test.each([...described, ...documentation, ...settings])('%s', (_, text = '') => {
    expect(text).toMatch(/^\S.{8,}\S$/)
    expect(built.code).not.toContain(JSON.stringify(text).slice(1, -1))
  })

  test.each(['shared/declare/documentation.ts', 'shared/settings/definitions.ts', 'shared/read/trace.ts'])(
    '%s is not in the script at all',
    (file) => expect(built.code).not.toContain(file),
  )
})

test('with mappings it holds the license of every package whose code is in it', async () => {
  const notice = withMappings.code.split('*/\n')[1] ?? ''
  const { files } = await compile(path.join(root, 'functions/on-request.ts'), mapped)
  const packages = new Set(files.flatMap((file) => /^node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []))
  expect(packages).toContain('@segment/actions-core')
  expect(packages).not.toContain('liquidjs')
  for (const name of packages) expect(notice).toMatch(new RegExp(`^${name} \\d+\\.\\d+\\.\\d+$`, 'm'))
  expect(notice.match(/Permission is hereby granted, free of charge/g)).toHaveLength(packages.size)
  expect(notice).toMatch(/Copyright \(c\) \d{4} Segment/)
})

test('without mappings it holds no code of others', () => {
  expect(built.code).not.toMatch(/node_modules|mapping-kit|actions-core|liquid|@path|@template/i)
  expect(withMappings.code).toContain('@path')
})

test('it has every event and every property', () => {
  const names = [...sharedProperties, ...events.flatMap(({ properties }) => properties), ...events].map(
    (one) => one.name,
  )
  expect(names.filter((one) => !built.code.includes(`"${one}"`) && !built.code.includes(`'${one}'`))).toEqual([])
  expect(readdirSync(path.join(root, 'functions')).filter((file) => file.endsWith('.ts')).length).toBeGreaterThan(
    events.length,
  )
})

describe('it does the same', () => {
  const body = {
    eventType: 'Add/Redeem',
    accountId: 51830427,
    primaryCardNumbers: ['0057310000248613'],
    guest: { firstName: ['Dana'], address: { city: 'Portland' } },
    store: { code: '0042', latitude: '43.656900', longitude: '-70.255900' },
    wallets: [{ walletCode: 12, name: 'Points', balance: '142' }],
    details: [{ walletCode: 12, accrued: '18' }],
    timestamp: '2025-07-18 19:04:32',
  }
  const settings = { omit: ['tier_label'], userIdFrom: ['accountId'], eventNames: { 'Add/Redeem': 'Points' } }
  const json = { body: JSON.stringify(body) }
  const form = {
    body: 'eventType=Check-In&accountId=5183&storeCode=0042&firstName=Dana',
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
  }
  const payload = { ...form, body: `payload=${encodeURIComponent(json.body)}` }

  const refused = ['[]', '{"eventType": "Check-In"}', '{"eventType": "X", "accountId": "5"}', '5'].map((body) => ({
    body,
  }))

  async function receiveAll(options: RuntimeOptions): Promise<Pick<Receipt, 'status' | 'error' | 'calls'>[]> {
    const rules = { deduplication: false, ...options.rules }
    const runtime = createRuntime(built.code, { ...options, rules, settings })
    const receipts: Receipt[] = []
    for (const request of [json, form, payload, ...refused]) receipts.push(await runtime.receive(request))
    await runtime.close()
    expect(receipts.flatMap(({ logs, discarded }) => [...logs, ...discarded])).toEqual([])
    return receipts.map(({ status, error, calls }) => ({ status, error, calls }))
  }

  let standard: Awaited<ReturnType<typeof receiveAll>>
  beforeAll(async () => {
    standard = await receiveAll({})
  })

  test('as Segment runs it', () => {
    const statuses = standard.map(({ status, calls }) => [status, calls.map(({ type }) => type).join()])
    expect(statuses).toEqual([
      ...[json, form, payload].map(() => ['ok', 'identify,track']),
      ['rejected', ''],
      ['rejected', ''],
      ['unsupported', ''],
      ['rejected', ''],
    ])
  })

  const variants: [string, RuntimeOptions][] = [
    ['with objects of another realm', { rules: { functionRealm: false } }],
    ['with form fields already parsed', { formBodies: 'parsed' }],
    ['with parsed fields of another realm', { rules: { functionRealm: false }, formBodies: 'parsed' }],
    ['with keys in the order of the body', { rules: { alphabetizedKeys: false } }],
  ]
  test.each(variants)('%s', async (_, options) => expect(await receiveAll(options)).toEqual(standard))
})
