import { Readable } from 'node:stream'
import { type CsvOptions, csvItemsOf } from '../../../build/bodies/csv/csv'
import type { Item } from '../../../build/bodies/item'

/** The bodies of a file of these lines, each with its line; a problem in place of a body that is none. */
async function read(lines: readonly string[], options: Partial<CsvOptions> = {}): Promise<[number, unknown][]> {
  const chunks = Readable.from([Buffer.from(`${lines.join('\n')}\n`)])
  const items: Item[] = []
  for await (const piece of csvItemsOf(chunks, 'a.csv', { columns: {}, skipRows: undefined, ...options }))
    items.push(...piece)
  return items.map(({ line, text = '', problem }) => [line, problem ?? JSON.parse(text)])
}

const day = '2025-10-03 18:21'
const headings = 'Card Number,Transaction Date,Transaction Type,Check No.'
const row = `0049,${day},Check-In,7`
const body = { 'Card Number': '0049', 'Transaction Date': day, 'Transaction Type': 'Check-In', 'Check No.': '7' }

describe('the headings are found', () => {
  test.each<[string, string[], number]>([
    ['in the first row', [headings, row], 2],
    ['below a title and the day of the report', ['Card Activity Report,10/03/2025', headings, row], 3],
    ['below what the report was made for', ['Store Name,Mill Street', 'From,10/01/2025', '', headings, row], 5],
    ['below a line for the spreadsheet', ['sep=,', headings, row], 3],
    ['between semicolons', [headings, row].map((line) => line.replaceAll(',', ';')), 2],
    ['between tabs', [headings, row].map((line) => line.replaceAll(',', '\t')), 2],
    ['in quotes', [`"${headings.replaceAll(',', '","')}"`, row], 2],
    [
      'between semicolons, with commas in the title',
      ['Kettle, Inc., Card, Activity', headings.replaceAll(',', ';'), row.replaceAll(',', ';')],
      3,
    ],
  ])('%s', async (_, lines, line) => expect(await read(lines)).toEqual([[line, body]]))

  test('where the user says, whatever stands above', async () => {
    expect(await read([headings, 'a,b', '1,2'], { skipRows: 1 })).toEqual([[3, { a: '1', b: '2' }]])
  })

  test('by the names of `columns`, when the function knows none', async () => {
    const columns = { Karte: 'cardNumber', Wann: 'datetime' }
    expect(await read(['Bericht,2025', 'Karte,Wann', `0049,${day}`], { columns })).toEqual([
      [3, { cardNumber: '0049', datetime: day }],
    ])
  })

  test('in the first row, when nobody knows them', async () => {
    expect(await read(['a,b', '1,2'])).toEqual([[2, { a: '1', b: '2' }]])
  })
})

describe('two rows of headings', () => {
  const own = { 'Card Number': '0049', 'Transaction Date': day }
  const wallets = { 'Visits Accrued': '1', 'Visits Balance': '12', 'Points Accrued': '18', 'Points Balance': '142' }

  test.each([
    [
      'that group columns of one name',
      ',,Visits,,Points,',
      'Card Number,Transaction Date,Accrued,Balance,Accrued,Balance',
    ],
    ['that part a wide heading', 'Card Number,Transaction Date,Visits,,Points,', ',,Accrued,Balance,Accrued,Balance'],
  ])('%s give each column both names', async (_, first, second) => {
    expect(await read([first, second, `0049,${day},1,12,18,142`])).toEqual([[3, { ...own, ...wallets }]])
  })

  test('leave a heading that only one column has as it is', async () => {
    expect(await read([',,Points', 'Card Number,Transaction Date,Balance', `0049,${day},5`])).toEqual([
      [3, { ...own, Balance: '5' }],
    ])
  })

  test('are not seen in a first body that has little in it', async () => {
    expect(await read([headings, ',,Check-In,', row])).toMatchObject([
      [2, { 'Transaction Type': 'Check-In' }],
      [3, body],
    ])
  })
})

describe('a heading', () => {
  test.each<[string, string, string, object]>([
    [
      'with dots between names is a path',
      'account.accountId,event',
      '5,Check-In',
      { account: { accountId: '5' }, event: 'Check-In' },
    ],
    ['that another one is a part of is a name', 'a,a.b', '1,2', { a: '1', 'a.b': '2' }],
    ['that is there twice is told apart by its number', 'a,b,a', '1,2,3', { a: '1', b: '2', 'a 2': '3' }],
    ['that is blank is called by its place', 'a,,b', '1,2,3', { a: '1', 'column 2': '2', b: '3' }],
  ])('%s', async (_, headings, cells, expected) => expect(await read([headings, cells])).toEqual([[2, expected]]))
})

describe('columns', () => {
  const columns = { 'points accrued': 'details.12.accrued', 'Points Balance': 'details[12].balance' }

  test('are found by the letters and digits of their headings, wherever they stand', async () => {
    const details = { 12: { accrued: '18', balance: '142' } }
    expect(await read(['Points Balance,Card Number,Points Accrued', '142,0049,18'], { columns })).toEqual([
      [2, { details, 'Card Number': '0049' }],
    ])
  })

  test('go before a heading of the same name as their path', async () => {
    expect(await read(['datetime,Day', 'x,y'], { columns: { Day: 'datetime' } }).catch(({ message }) => message)).toBe(
      'a.csv: columns: two columns go to datetime; give each a path of its own',
    )
  })

  test.each<[CsvOptions['columns'], string]>([
    [{ Points: 'wallets.points' }, 'a.csv: columns: there is no column "Points"; the file has "Card Number", "event"'],
    [{ event: '' }, 'columns: event: "" is not a path; expected one such as account.accountId or events[0].type'],
  ])('%j are refused', async (columns, message) => {
    await expect(read(['Card Number,event', '0049,Check-In'], { columns })).rejects.toThrow(message)
  })
})

describe('a stray quote', () => {
  const broken = 'is not a row of CSV: a quotation mark is out of place'
  const head = 'event,name,store'
  const good = (name: string) => ({ event: 'Check-In', name, store: 'Mill' })

  test.each<[string, string[], [number, unknown][]]>([
    [
      'at the start of a cell costs its own row',
      ['Check-In,"Ann,Mill', 'Check-In,Bo,Mill', 'Check-In,"Cem, junior",Mill'],
      [
        [2, broken],
        [3, good('Bo')],
        [4, good('Cem, junior')],
      ],
    ],
    [
      'that nothing closes costs its own row',
      ['Check-In,"Ann,Mill', 'Check-In,Bo,Mill'],
      [
        [2, broken],
        [3, good('Bo')],
      ],
    ],
    [
      'that the quote of another row seems to close costs its own row',
      ['Check-In,"Ann,Mill', 'Check-In,Bo,Mill', 'Check-In,Cem",Mill'],
      [
        [2, broken],
        [3, good('Bo')],
        [4, good('Cem"')],
      ],
    ],
    ['within a cell is a character', ['Check-In,12" Jo,Mill'], [[2, good('12" Jo')]]],
    [
      'after a cell in quotes costs its own row',
      ['"Check"-In,Ann,Mill', 'Check-In,Bo,Mill'],
      [
        [2, broken],
        [3, good('Bo')],
      ],
    ],
  ])('%s', async (_, lines, expected) => expect(await read([head, ...lines])).toEqual(expected))

  test.each<[string, string[], string, number]>([
    ['line ends', ['Check-In,"Ann', '', 'Lee",Mill'], 'Ann\n\nLee', 2],
    ['delimiters in its second line', ['Check-In,"Ann', 'Lee, x, y, z",Mill'], 'Ann\nLee, x, y, z', 2],
  ])('is none where a cell holds %s', async (_, lines, name, line) => {
    expect(await read([head, ...lines])).toEqual([[line, good(name)]])
  })
})
