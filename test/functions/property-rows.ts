import { events } from '../../functions/events'
import { sharedProperties } from '../../shared/properties'
import { type Members, propertiesOf, type Run, snake, spellings, styles, track, withMember } from './property-run'

/** A value as sent, and what becomes of it. */
export type Pair = readonly [sent: unknown, emitted: unknown]

/** A property: where it is found, and what it makes of values. */
export interface Row {
  readonly property: string
  /** What a JSON number under its name becomes: its digits (`code`), itself (`number`), or it is unreadable (`text`). */
  readonly kind: 'text' | 'code' | 'number' | 'list' | 'other'
  /** Two good values. */
  readonly values: readonly [Pair, Pair]
  /** Its names in every place, the first looked at first; `name[0]` is the first item of a list. */
  readonly names: readonly string[]
  /** The paths of its sections, each with the names that hold in it only. */
  readonly sections: Readonly<Record<string, readonly string[]>>
  /** An event that carries it; Check-In unless given. */
  readonly event?: string
  /** What cannot be read; an array of two unless given. */
  readonly unreadable?: unknown
}

/** The sections of a guest's details. `referrer` and `user` count in some events only, so their tests stand apart. */
export const guestSections = { guest: [], customer: [], fields: [], userFields: [], setUserFields: [] }

/** A place in which a row's names are sought. */
interface Location {
  readonly path: readonly string[]
  readonly names: readonly string[]
}

const wrappers = ['data', 'payload', 'detail', 'body']
const places = ['properties', 'traits', 'transaction']
/** As many as one request may have. */
const mostEvents = 1000

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

/** Tests the declaration itself: it names what the row names, in its order, and nothing else. */
function testDeclaration(row: Row): void {
  test(`${row.property} is declared with the row's names and sections`, () => {
    const properties = [...sharedProperties, ...events.flatMap((event) => event.properties)]
    const { soughtIn = [] } = properties.find(({ name }) => name === row.property) ?? {}
    const declared = soughtIn.filter(({ at }) => at !== 'referrer' && at !== 'user')
    const outside = ['event', ...places].map((at) => ({ at, names: row.names }))
    const inside = Object.entries(row.sections).map(([at, also]) => ({ at, names: [...row.names, ...also] }))
    const line = ({ at, names }: { at: string; names: readonly string[] }) => `${at}: ${names.map(snake).join(', ')}`
    expect(declared.map(line)).toEqual([...outside, ...inside].map(line))
  })
}

/** Tests a row: where its names are found, in which order, and only there. */
export function testPlaces(run: Run, row: Row): void {
  const locations = locationsOf(row)

  test(`${row.property} is found in every place, under every name in every spelling`, async () => {
    await expectAll(run, row, new Map(locations.flatMap((location) => everySpelling(location, row))))
  })

  test(`${row.property} of one place wins over that of a later one, and of an inner layer over that of an outer`, async () => {
    const pairs = locations.flatMap((first, index) =>
      locations.slice(index + 1, index + 8).map((next) => [first, next]),
    )
    const cases = pairs.map(([first, next]) => {
      const event = withValue({}, first?.path, first?.names.at(-1), row.values[0][0])
      return [
        `${labelOf(first)} over ${labelOf(next)}`,
        withValue(event, next?.path, next?.names[0], row.values[1][0]),
      ] as const
    })
    await expectAll(run, row, new Map(cases))
  })

  test(`${row.property} is taken from the first of its names in a place`, async () => {
    const cases = locations.flatMap(({ path, names }) =>
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
    const outside = [[], ...[...wrappers, 'properties', 'traits'].map((place) => [place])]
    const cases = outside.flatMap((path) =>
      inside.map((name) => [[...path, name].join('.'), withValue({}, path, name, row.values[0][0])] as const),
    )
    await expectAll(run, row, new Map(cases), { emitted: undefined })
  })
}

/** Tests a row: what says nothing, what cannot be read, and what a JSON number becomes. */
function testReading(run: Run, row: Row): void {
  const [own = ''] = row.names
  const last = locationsOf(row).at(-1)
  const elsewhere = withValue({}, last?.path, last?.names[0], row.values[0][0])
  const isText = row.kind === 'text' || row.kind === 'code'
  const eventType = row.event ?? 'Check-In'

  test.each([[null], [''], [' '], ['\t\r\n'], [[]], [{}], ['N/A'], ['(null)'], ['-']])(
    `${row.property} of %j is absent, and the next place counts`,
    async (nothing) => {
      await expectAll(run, row, new Map([['nothing', { ...elsewhere, [own]: nothing }]]))
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
    `${row.property} of %s is passed over with one warning, and the next place counts`,
    async (_, value) => {
      const event = { eventType, ...elsewhere, [own]: value }
      const { properties, warnings } = await track(run, event)
      expect(properties?.[row.property]).toEqual(row.values[0][1])
      expect(warnings).toEqual([
        expect.stringMatching(
          new RegExp(`^event\\[0\\]\\.${row.property}: expected [^;]+, received ${shapeOf(value)}; left out$`),
        ),
      ])
    },
  )

  if (isText) {
    test(`${row.property} may have 8,192 bytes, and none is cut`, async () => {
      const text = row.property === 'printed_card_number' ? '12'.repeat(4096) : 'é'.repeat(4096)
      const { properties } = await track(run, { eventType, [own]: text })
      expect(properties).toMatchObject({ [row.property]: text })
    })
  }
  if (row.kind === 'code') {
    test.each([42, Number.MAX_SAFE_INTEGER])(`${row.property} of the number %d is its digits`, async (value) => {
      const { properties } = await track(run, { eventType, [own]: value })
      expect(properties).toMatchObject({ [row.property]: String(value) })
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
  const items = [...cases.values()].map((event) => ({ eventType: row.event ?? 'Check-In', userId: 'u-1', ...event }))
  const found: unknown[] = []
  for (let start = 0; start < items.length; start += mostEvents) {
    const body = JSON.stringify(items.slice(start, start + mostEvents))
    const outcome = await run({ body, settings: { identify: 'never' } })
    expect(outcome).toMatchObject({ status: 'ok', error: null, warnings: [], errors: [] })
    found.push(...propertiesOf(outcome).map((properties) => properties[row.property]))
  }
  const labels = [...cases.keys()]
  expect(labels.map((label, index) => [label, found[index]])).toEqual(labels.map((label) => [label, expected.emitted]))
}

function everySpelling({ path, names }: Location, row: Row): [string, Members][] {
  const [first, ...rest] = path
  const paths = first === 'data' ? wrappers.map((wrapper) => [wrapper, ...rest]) : [path]
  const cases = paths.flatMap((one) => names.flatMap((name) => styles.map((style) => ({ path: one, name, style }))))
  return cases.map(({ path: one, name, style }) => {
    const spelt = one.map((step) => (wrappers.includes(step) ? step : style(step)))
    const isList = name.endsWith('[0]')
    const key = style(name.replace('[0]', ''))
    return [[...spelt, key].join('.'), withValue({}, spelt, isList ? `${key}[0]` : key, row.values[0][0])]
  })
}

function withValue(event: Members, path: readonly string[] = [], name = '', value: unknown = undefined): Members {
  const isList = name.endsWith('[0]')
  return withMember(event, path, name.replace('[0]', ''), isList ? [value, 'another'] : value)
}

/** Where a row is sought, the first place first: in the wrapper, then in the event around it. */
function locationsOf({ names, sections }: Row): Location[] {
  return [['data'], []].flatMap((layer) => [
    { path: layer, names },
    ...places.map((place) => ({ path: [...layer, place], names })),
    ...Object.entries(sections).flatMap(([section, also]) => inSection(layer, section, names, also)),
  ])
}

/** A section may also stand in `properties` or `traits`. Of what is a place, too, only the further names are left. */
function inSection(
  layer: readonly string[],
  section: string,
  names: readonly string[],
  also: readonly string[],
): Location[] {
  if (places.includes(section)) return [{ path: [...layer, section], names: also }]
  const hosts = [[], ['properties'], ['traits']]
  return hosts.map((host) => ({ path: [...layer, ...host, ...section.split('.')], names: [...names, ...also] }))
}

function labelOf(location: Location | undefined): string {
  return [...(location?.path ?? []), location?.names[0]].join('.')
}

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `an array of ${value.length}`
  if (typeof value === 'string' && Buffer.byteLength(value) > 8192) return 'a string of over 8,192 bytes'
  if (value === 2 ** 53) return 'an integer beyond 2\\^53'
  return `a ${typeof value}`
}
