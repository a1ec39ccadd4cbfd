import { bundle } from '../../build/bundle/bundle'
import type { Runtime } from '../../build/runtime'
import { events } from '../../functions/events'
import { sharedProperties } from '../../shared/properties'
import { type Outcome, type Request, runBundle, runSources, runtimeOf } from '../outcome'
import { installSegmentGlobals } from '../segment-globals'

export type Run = (request: Request) => Promise<Outcome>
export type Config = Parameters<typeof bundle>[0]['config']
export type Members = { [key: string]: unknown }

/** A call as it goes over the wire. */
export interface SentCall {
  readonly type: 'identify' | 'track'
  readonly messageId: string
  readonly event?: string
  readonly properties?: Members
  readonly traits?: Members
  readonly context: { readonly traits?: Members }
}

/** A value as sent, and what becomes of it. */
export type Pair = readonly [sent: unknown, emitted: unknown]

/** A row of the specification's tables of properties. */
export interface Row {
  readonly property: string
  /** What a JSON number under its name becomes: its digits (`code`), itself (`number`), or it is unreadable (`text`). */
  readonly kind: 'text' | 'code' | 'number' | 'list' | 'other'
  /** Two good values. */
  readonly values: readonly [Pair, Pair]
  /** Its names in every place, its own first; `name[0]` is the first item of a list. */
  readonly names: readonly string[]
  /** The paths of its sections, each with the names that hold in it only. */
  readonly sections: Readonly<Record<string, readonly string[]>>
  /** An event that carries it; Check-In unless given. */
  readonly event?: string
  /** What cannot be read; an array of two unless given. */
  readonly unreadable?: unknown
}

/** A place in which a row's names are sought. */
interface Location {
  readonly place: string
  /** The paths that stand for it, the first looked at first. */
  readonly paths: readonly (readonly string[])[]
  readonly names: readonly string[]
}

const wrappers = ['data', 'payload', 'message', 'attributes', 'event']
const alone: Config = { eventAliases: {}, mappings: {} }
const styles = [snake, camel, pascal, lower]

/** Runs a request through the sources and through the built script, which must agree. To be called once in a file. */
export function bothWays(): Run {
  const recorded = installSegmentGlobals()
  const runBuilt = builtWith(alone)
  return async (request) => {
    const outcome = await runBuilt(request)
    expect(await runSources(request, recorded)).toEqual(outcome)
    return outcome
  }
}

/** Runs a request through the script built with a configuration, which the sources cannot have. */
export function builtWith(config: Config): Run {
  let runtime: Runtime | undefined
  beforeAll(async () => {
    runtime = runtimeOf((await bundle({ config })).code)
  })
  afterAll(async () => runtime?.close())
  return async (request) => {
    if (runtime === undefined) throw new Error('not built yet')
    return runBundle(request, runtime)
  }
}

/** The calls of an outcome. */
export function callsOf({ calls }: Outcome): readonly SentCall[] {
  return calls as readonly SentCall[] // what every test that looks into a call goes on to check
}

/** The properties of an outcome's track calls, in order. */
export function propertiesOf(outcome: Outcome): Members[] {
  return callsOf(outcome).flatMap(({ properties }) => (properties === undefined ? [] : [properties]))
}

/** Sends an event of a known guest, without identify call, and gives its properties and the warnings. */
export async function track(
  run: Run,
  event: Members,
  settings: Members = {},
): Promise<{ properties: Members | undefined; warnings: readonly string[] }> {
  const body = JSON.stringify({ eventType: 'Check-In', userId: 'u-1', ...event })
  const outcome = await run({ body, settings: { identify: 'never', ...settings } })
  expect(outcome).toMatchObject({ status: 'ok', error: null, errors: [] })
  const [properties, ...more] = propertiesOf(outcome)
  expect(more).toEqual([])
  return { properties, warnings: outcome.warnings }
}

/** The spellings in which a name is the same: snake_case, camelCase, PascalCase and lower case. */
export function spellings(name: string): string[] {
  return [...new Set(styles.map((style) => style(name)))]
}

/** A copy of an event with a member at a path. */
export function withMember(event: Members, path: readonly string[], key: string, value: unknown): Members {
  const [step, ...rest] = path
  if (step === undefined) return { ...event, [key]: value }
  const inner = event[step]
  return { ...event, [step]: withMember(isMembers(inner) ? inner : {}, rest, key, value) }
}

/** Tests a row: where its names are found, in which order, and only there. */
export function testPlaces(run: Run, row: Row): void {
  const locations = locationsOf(row)

  test.each(locations)(`${row.property} is found $place, under every name in every spelling`, async (location) => {
    await expectAll(run, row, everySpelling(location, row))
  })

  test(`${row.property} of an outer place wins over that of an inner one`, async () => {
    const ordered = locations.flatMap(({ paths, names }) => paths.map((path) => ({ path, names })))
    const pairs = ordered.flatMap((outer, index) =>
      ordered.slice(index + 1, index + 8).map((inner) => [outer, inner] as const),
    )
    const comparable = pairs.filter(([outer, inner]) => isRanked(outer.path, inner.path))
    const cases = comparable.map(([outer, inner]) => {
      const label = `${[...outer.path, outer.names.at(-1)].join('.')} over ${[...inner.path, inner.names[0]].join('.')}`
      const event = withValue({}, outer.path, outer.names.at(-1), row.values[0][0])
      return [label, withValue(event, inner.path, inner.names[0], row.values[1][0])] as const
    })
    await expectAll(run, row, new Map(cases))
  })

  test(`${row.property} is taken from the first of its names in a place`, async () => {
    const cases = locations.flatMap(({ paths: [path = []], names }) =>
      names.slice(1).map((name, index) => {
        const event = withValue({}, path, names[index], row.values[0][0])
        const label = [...path, `${names[index]} over ${name}`].join('.')
        return [label, withValue(event, path, name, row.values[1][0])] as const
      }),
    )
    await expectAll(run, row, new Map(cases))
  })

  test(`${row.property} has the alphabetically first of its spellings`, async () => {
    const sorted = spellings(row.names[0] ?? '').sort()
    const members = sorted.map((key, index) => [key, row.values[index === 0 ? 0 : 1][0]] as const)
    await expectAll(run, row, new Map([[sorted.join(', '), Object.fromEntries(members)]]))
  })

  test(`${row.property} is not read of its section's names outside of the section`, async () => {
    const inside = Object.values(row.sections).flat()
    const outside = [[], ...[...wrappers, 'properties', 'traits', 'transaction'].map((place) => [place])]
    const cases = outside.flatMap((path) =>
      inside.map((name) => [[...path, name].join('.'), withValue({}, path, name, row.values[0][0])] as const),
    )
    await expectAll(run, row, new Map(cases), { emitted: undefined })
  })
}

/** Tests a row: what says nothing, what cannot be read, and what a JSON number becomes. */
export function testReading(run: Run, row: Row): void {
  const [own = ''] = row.names
  const last = locationsOf(row).at(-1) ?? { paths: [[]], names: [own] }
  const [lastPath = []] = last.paths
  const elsewhere = withValue({}, lastPath, last.names[0], row.values[0][0])
  const isText = row.kind === 'text' || row.kind === 'code'

  test.each([[null], [''], [' '], ['\t\r\n']])(
    `${row.property} of %j is absent, and the next place counts`,
    async (blank) => {
      await expectAll(run, row, new Map([['blank', { ...elsewhere, [own]: blank }]]))
    },
  )

  if (row.kind !== 'list') {
    test(`${row.property} may stand in a list of one`, async () => {
      await expectAll(run, row, new Map([['list', { [own]: [row.values[0][0]] }]]))
    })
  }

  const unreadable: [string, unknown][] = [['a wrong type', 'unreadable' in row ? row.unreadable : [1, 2]]]
  if (isText) unreadable.push(['over 8,192 bytes', 'é'.repeat(4097)], ['true', true], ['half a number', 1.5])
  if (isText) unreadable.push(['beyond 2^53', 2 ** 53])
  if (row.kind === 'text') unreadable.push(['a number', 42])
  test.each(unreadable)(
    `${row.property} of %s is left out with one warning, though another place has it`,
    async (_, value) => {
      const { properties, warnings } = await track(run, {
        eventType: row.event ?? 'Check-In',
        ...elsewhere,
        [own]: value,
      })
      expect(properties).not.toHaveProperty(row.property)
      const received = shapeOf(value)
      expect(warnings).toEqual([expect.stringMatching(/^event\[0\]\.\w+: expected [^;]+, received [^;]+; left out$/)])
      expect(warnings[0]).toContain(`event[0].${row.property}: `)
      expect(warnings[0]).toContain(`received ${received}; left out`)
    },
  )

  if (isText) {
    test(`${row.property} may have 8,192 bytes, and none is cut`, async () => {
      const text = row.property === 'printed_card_number' ? '1'.repeat(8192) : 'é'.repeat(4096)
      const { properties } = await track(run, { eventType: row.event ?? 'Check-In', [own]: text })
      expect(properties).toMatchObject({ [row.property]: text })
    })
  }
  if (row.kind === 'code') {
    test.each([0, 42, Number.MAX_SAFE_INTEGER])(`${row.property} of the number %d is its digits`, async (value) => {
      const { properties } = await track(run, { eventType: row.event ?? 'Check-In', [own]: value })
      expect(properties).toMatchObject({ [row.property]: String(value) })
    })
  }
}

/** Tests the declaration itself: it names what the row names, in its order, and nothing else. */
export function testDeclaration(row: Row): void {
  test(`${row.property} is declared as the specification has it`, () => {
    const properties = [...sharedProperties, ...events.flatMap((event) => event.properties)]
    const property = properties.find(({ name }) => name === row.property)
    const declared = property?.soughtIn.map(({ at, names }) => `${at}: ${names.map(snake).join(', ')}`)
    const outside = ['event', 'properties', 'traits', 'transaction'].map((at) => [at, row.names] as const)
    const inside = Object.entries(row.sections).map(([at, also]) => [at, [...row.names, ...also]] as const)
    expect(declared).toEqual([...outside, ...inside].map(([at, names]) => `${at}: ${names.map(snake).join(', ')}`))
  })
}

/** All there is to test of rows. */
export function testRows(run: Run, rows: readonly Row[]): void {
  for (const row of rows) {
    describe(row.property, () => {
      testDeclaration(row)
      testPlaces(run, row)
      testReading(run, row)
    })
  }
}

/** Sends each event, and expects the row's first value, or another, of every one of them. */
async function expectAll(
  run: Run,
  row: Row,
  cases: ReadonlyMap<string, Members>,
  expected: { readonly emitted: unknown } = { emitted: row.values[0][1] },
): Promise<void> {
  if (cases.size === 0) return
  const items = [...cases.values()].map((event) => ({ eventType: row.event ?? 'Check-In', userId: 'u-1', ...event }))
  const outcome = await run({ body: JSON.stringify(items), settings: { identify: 'never' } })
  expect(outcome).toMatchObject({ status: 'ok', error: null, warnings: [], errors: [] })
  const found = propertiesOf(outcome).map((properties) => properties[row.property])
  const labels = [...cases.keys()]
  expect(labels.map((label, index) => [label, found[index]])).toEqual(labels.map((label) => [label, expected.emitted]))
}

function everySpelling({ paths, names }: Location, row: Row): Map<string, Members> {
  const cases = paths.flatMap((path) => names.flatMap((name) => styles.map((style) => ({ path, name, style }))))
  return new Map(
    cases.map(({ path, name, style }) => {
      const spelt = path.map(style)
      const isList = name.endsWith('[0]')
      const key = style(name.replace('[0]', ''))
      const event = withValue({}, spelt, isList ? `${key}[0]` : key, row.values[0][0])
      return [[...spelt, key].join('.'), event]
    }),
  )
}

function withValue(event: Members, path: readonly string[], name = '', value: unknown = undefined): Members {
  const isList = name.endsWith('[0]')
  return withMember(event, path, name.replace('[0]', ''), isList ? [value, 'another'] : value)
}

function locationsOf({ names, sections }: Row): Location[] {
  const places = ['properties', 'traits', 'transaction'].map((place) => ({
    place: `in ${place}`,
    paths: [[place], ['data', place]],
    names,
  }))
  const inside = Object.entries(sections).map(([section, also]) => ({
    place: `in ${section}`,
    paths: [[], ['data'], ['properties'], ['traits']].map((host) => [...host, ...section.split('.')]),
    names: [...names, ...also],
  }))
  return [
    { place: 'at the top level', paths: [[]], names },
    { place: 'in the wrapper', paths: wrappers.map((wrapper) => [wrapper]), names },
    ...places,
    ...inside,
  ]
}

/** Two wrappers do not meet in one event; and of a place or section in several hosts only the place decides. */
function isRanked(outer: readonly string[], inner: readonly string[]): boolean {
  const [first = ''] = outer
  const [second = ''] = inner
  return !(wrappers.includes(first) && wrappers.includes(second) && first !== second)
}

function wordsOf(name: string): string[] {
  return name
    .replace(/([A-Z])/g, '_$1')
    .toLowerCase()
    .split('_')
    .filter((word) => word !== '')
}

function snake(name: string): string {
  return wordsOf(name).join('_')
}

function camel(name: string): string {
  const [first = '', ...others] = wordsOf(name)
  return first + others.map(capitalized).join('')
}

function pascal(name: string): string {
  return wordsOf(name).map(capitalized).join('')
}

function lower(name: string): string {
  return wordsOf(name).join('')
}

function capitalized(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1)
}

function isMembers(value: unknown): value is Members {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'string' && Buffer.byteLength(value) > 8192) return 'a string of over 8,192 bytes'
  if (value === 2 ** 53) return 'an integer beyond 2^53'
  return `a ${typeof value}`
}
