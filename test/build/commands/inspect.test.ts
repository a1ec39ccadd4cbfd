import { file, run } from './run'

const body = {
  transactionType: 'Accrual/Redemption',
  headerInfo: { merchantId: 90417, senderId: 'POS', datetime: '2025-07-18 20:11:54', terminalId: '3' },
  account: { accountId: 51830427, pointBalances: [{ walletCode: 12, name: 'Points', balance: '180' }] },
  fields: { firstName: ['Dana'], email: 'dana@example.com', optIn: 'maybe' },
  cardInfo: { pin: '1234' },
  lines: [
    { sku: 'A-1', qty: 1 },
    { sku: 'B-2', qty: 2 },
  ],
}
const checkIn = { event: 'Check-In', accountId: 5 }

const text = `✓ -  ok

  Add/Redeem
    type       "Accrual/Redemption" at transactionType, which also means
                 Add/Redeem
    userId     "51830427", the accountId at account.accountId
               userId: absent
    time       2025-07-19T00:11:54.000Z at headerInfo.datetime
    messageId  from the content, because the event has no id of its own

  unreadable, so left out
    email_opt_in  fields.optIn: expected a yes or no, such as true, "N" or
                  "opted_in", received "maybe"

  found
    first_name         Dana              fields.firstName[0]
    account_id         "51830427"        account.accountId
    merchant_id        "90417"           headerInfo.merchantId
    channel            POS               headerInfo.senderId
    email              dana@example.com  fields.email
    wallets_info       account.pointBalances
                       {12: 180}
    all_wallets_info   account.pointBalances
                       [{wallet_code: "12", label: "Points", balance: 180}]
    flat_wallets_info  account.pointBalances
                       {12_label: "Points", 12_balance: 180}
    wallet_…           account.pointBalances
                       {12_balance: 180, 12_label: "Points"}

  not used
    headerInfo.terminalId  "3"
    lines[*].qty           [1, 2]
    lines[*].sku           ["A-1", "B-2"]

  never emitted
    cardInfo.pin

  not found
    <names>

To send what is left as properties of your own, add these mappings; keep what
you need:

"mappings": {
  "terminal_id": { "@path": "$.headerInfo.terminalId" },
  "lines": { "@path": "$.lines" }
}
`

/** The names below "not found", which grow with the list of properties. */
const notFound = /(?<=\n {2}not found\n {4}).+\n(?: {4}.+\n)*/

test('people read what was found, where, and what was not', async () => {
  const { code, stdout, stderr } = await run(['inspect', '-'], { stdin: JSON.stringify(body) })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout.replace(notFound, '<names>\n')).toBe(text)
})

test('people read the names of what was not found, in lines that fit', async () => {
  const { stdout } = await run(['inspect', '-'], { stdin: JSON.stringify(body) })
  const [names = ''] = notFound.exec(stdout) ?? []
  const shown = ['first_name', 'account_id', 'merchant_id', 'channel', 'email', 'email_opt_in']
  expect(names.split(/,?\s+/)).toEqual(expect.arrayContaining(['last_name', 'store_name', 'check_number']))
  expect(names.split(/,?\s+/).filter((name) => shown.includes(name))).toEqual([])
  expect(names.split('\n').filter((line) => line.length > 80)).toEqual([])
})

test('--json prints the same as one document, and nothing else', async () => {
  const path = file('body.json', body)
  const { code, stdout, stderr } = await run(['inspect', '--json', path])
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const document = JSON.parse(stdout)
  expect(Object.keys(document)).toEqual(['bodies', 'guests', 'remarks', 'remedies', 'columns'])
  expect(document).toMatchObject({
    bodies: [
      {
        file: path,
        status: 'ok',
        error: null,
        events: [
          {
            index: 0,
            rejection: null,
            type: { sent: 'Accrual/Redemption', event: 'Add/Redeem', knownAs: 'alias' },
            remainder: { neverEmitted: ['cardInfo.pin'] },
          },
        ],
      },
    ],
    guests: [],
    remedies: [
      { id: 'property terminal_id', change: { mappings: { terminal_id: { '@path': '$.headerInfo.terminalId' } } } },
      { id: 'property lines', change: { mappings: { lines: { '@path': '$.lines' } } } },
    ],
  })
  expect(stdout).not.toContain('1234')
})

test('several bodies end with the guest who would be two, and what avoids it', async () => {
  const lines = file(
    'guest.ndjson',
    [{ ...checkIn, userId: 'G-17' }, checkIn].map((one) => JSON.stringify(one)).join('\n'),
  )
  const { code, stdout } = await run(['inspect', lines])
  expect(code).toBe(0)
  expect(stdout.slice(stdout.indexOf('One guest'))).toBe(`One guest, 2 user ids: account 5
  G-17  ${lines}:1
  5     ${lines}:2
  Avoided by the setting userIdFrom=accountId.

`)
})

test('a body of several events is told event by event, then what stands around them', async () => {
  const stdin = JSON.stringify({
    feed: { id: 'f' },
    pin: 1,
    data: [checkIn, 5, { event: 'No Such Event', accountId: 5 }],
  })
  const { code, stdout } = await run(['inspect', '-'], { stdin })
  expect(code).toBe(0)
  expect(stdout.split('\n').filter((line) => /^ {0,2}\S/.test(line))).toEqual([
    '✗ -  2 of 3 events rejected',
    '  Check-In · event[0] of 3',
    '  found',
    '  not found',
    '  No Such Event · event[2] of 3',
    '  known, but not emitted',
    '  not found',
    '  no event · event[1] of 3',
    '  event[1]: expected an object, received a number',
    '  around the events',
    '  not used',
    '  never emitted',
    'For you to decide:',
    '  "No Such Event" is not a known event type and sounds like none. Say what it',
    'To send what is left as properties of your own, add these mappings; keep what',
    'you need:',
    '"mappings": {',
    '  "id": { "@path": "$.feed.id" }',
    '}',
  ])
})

const given: [string, string[], string, RegExp][] = [
  [
    '--setting',
    ['--setting', 'merchantId=7'],
    JSON.stringify(checkIn),
    /\n {4}merchant_id {2}"7" {2}setting merchantId\n/,
  ],
  [
    '--settings',
    ['--settings', file('settings.json', { sharedSecret: 's', merchantId: '8' })],
    JSON.stringify(checkIn),
    /\n {4}merchant_id {2}"8" {2}setting merchantId\n/,
  ],
  ['--query', ['--query', 'event=Check-In'], '{"accountId": 5}', /\n {4}type {7}"Check-In" by URL event\n/],
  ['a form body', [], 'event=Check-In&accountId=5', /\n {4}account_id +"5" +accountId\n/],
  [
    'JSON in a form field',
    [],
    `payload=${encodeURIComponent(JSON.stringify(checkIn))}`,
    /\n {4}account_id +"5" +accountId\n/,
  ],
  [
    'a body of which nothing is known',
    [],
    '{"a": {"b": 1}}',
    /\n {4}type {6}none: neither the body nor the URL names one\n/,
  ],
  [
    'a rejected event',
    [],
    '{"event": "No Such Event"}',
    /\n {4}type {6}"No Such Event" at event, which is not a known event\n/,
  ],
]
test.each(given)('%s is done, with exit code 0', async (_, argv, stdin, expected) => {
  const { code, stdout, stderr } = await run(['inspect', '-', ...argv], { stdin })
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  expect(stdout).toMatch(expected)
})

test.each([
  ['nothing', ''],
  ['no JSON', '{"event":'],
  ['no object', '5'],
  ['no event', '[]'],
])('a body that is %s has nothing to look at, which is exit code 1', async (_, stdin) => {
  const { code, stdout } = await run(['inspect', '-'], { stdin })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✗ - {2}rejected\n {2}InvalidEventPayload: body: expected /)
})

const wrong: [string, string[], string][] = [
  ['no file', [], 'name a file with a body that Paytronix sent, or - for stdin'],
  ['a missing file', ['nowhere.json'], 'cannot read nowhere.json: the file does not exist'],
  [
    'an empty .ndjson',
    [file('empty.ndjson', '\n')],
    `found no body in ${file('empty.ndjson', '\n')}; name a file that holds one`,
  ],
  ['stdin twice', ['-', '-'], 'stdin can be read only once; give - once'],
  [
    'an option of another command',
    ['-', '--urlencoded'],
    "unknown option '--urlencoded'; see npm run inspect -- --help",
  ],
  ['a query that is none', ['-', '--query', 'x'], "--query: expected name=value, such as 'event=Check-In'"],
  [
    'a setting of a wrong value',
    ['-', '--setting', 'identify=maybe'],
    `--setting: settings.identify: expected one of "always", "profile", "never", received another text; correct it in the source's settings`,
  ],
]
test.each(wrong)('%s is wrong use: one line, and exit code 2', async (_, argv, message) => {
  const ran = await run(['inspect', ...argv], { stdin: JSON.stringify(checkIn) })
  expect(ran).toEqual({ code: 2, stdout: '', stderr: `error: ${message}\n` })
})

test('a terminal gets colours, and no line longer than it is wide', async () => {
  const { stdout } = await run(['inspect', '-'], { stdin: JSON.stringify(body), isTTY: true, columns: 60 })
  expect(stdout).toContain('\u001b[36mAdd/Redeem\u001b[39m')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what colours are made of
  const plain = stdout.replace(/\u001b\[\d*m/g, '')
  const report = plain.slice(0, plain.indexOf('"mappings"'))
  expect(report.split('\n').filter((line) => line.length > 60)).toEqual([])
})
