import { createBody } from '../../../shared/read/walk'

const items = [{ a: 1 }, { a: 2 }]

describe('the list of events that segment.config.json names', () => {
  const body = createBody({ events: ['result', 'records'] })

  test.each([
    ['stands at the end of the path', { result: { records: items } }],
    ['is found in any spelling', { Result: { RECORDS: items } }],
    ['may be JSON text', { result: JSON.stringify({ records: items }) }],
    [
      'may be an object whose keys are numbers, as PHP writes a list with a hole',
      { result: { records: { 0: items[0], 2: items[1] } } },
    ],
  ])('%s', (_, sent) => expect(body.listIn(sent)?.items).toEqual(items))

  test.each([
    ['the way ends early', { result: 'none' }],
    ['the last name is missing', { result: { rows: items } }],
    ['no list stands there', { result: { records: 'none' } }],
  ])('is none when %s', (_, sent) => expect(body.listIn(sent)).toBeUndefined())

  test('the objects along the path are the layers around it, the last with the key of the list', () => {
    const result = { records: items }
    expect(body.listIn({ result })?.steps).toEqual([
      { object: { result }, innerKey: 'result' },
      { object: result, innerKey: 'records' },
    ])
  })

  test('is none when the configuration names none', () =>
    expect(createBody({}).listIn({ records: items })).toBeUndefined())
})

test.each([
  ['along the path, to the object at its end', ['Note', 'Member'], ['Note', 'Member', undefined]],
  ['none, when the way ends early', ['Note', 'Guest'], []],
  ['none, when the configuration names no path', [], []],
])('the layers of an event are %s', (_, event, keys) => {
  const steps = createBody({ event }).stepsIn({ Note: { Member: { AccountId: 5 } } })
  expect(steps.map(({ innerKey }) => innerKey)).toEqual(keys)
})

describe('a list of named values', () => {
  const fields = [
    { Name: 'AccountId', Value: 5 },
    { Name: 'note', Value: null },
    { Name: 'AccountId', Value: 6 },
  ]

  test('is the object of its values, of two of one name the first', () => {
    const steps = createBody({ event: ['Message', 'Fields'] }).stepsIn({ Message: { Fields: fields, id: 1 } })
    expect(steps.at(-1)?.object).toEqual({ AccountId: 5, note: null })
    // Mappings find the values by name, too.
    expect(steps[0]?.object).toEqual({ Message: { Fields: { AccountId: 5, note: null }, id: 1 } })
  })

  test.each([
    ['an item without a value', [...fields, { Name: 'x' }]],
    ['an item without a name', [...fields, { Value: 'x' }]],
    ['no items', []],
  ])('is none with %s', (_, list) => {
    expect(createBody({ event: ['Fields'] }).stepsIn({ Fields: list, id: 1 })).toEqual([])
  })
})

test.each([
  ['stands at the end of the path', { Header: { Kind: 'Check-In' } }, 'Check-In'],
  ['may stand in lists of one', { Header: [{ Kind: ['Check-In'] }] }, 'Check-In'],
  ['may be a named value', { Header: [{ name: 'kind', value: 'Check-In' }] }, 'Check-In'],
  ['is none when the way ends early', { Header: 'none' }, undefined],
  ['is none when the last name is missing', { Header: { Type: 'Check-In' } }, undefined],
])('the text that names the type %s', (_, sent, expected) => {
  const [named] = createBody({ type: ['Header', 'Kind'] }).typesIn([{ object: sent }])
  expect(named?.type).toBe(expected)
})
