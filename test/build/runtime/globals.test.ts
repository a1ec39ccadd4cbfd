import { evaluate, run } from './start'

const documented = [
  ...['Segment', 'EventNotSupported', 'InvalidEventPayload', 'ValidationError', 'RetryError', 'cache'],
  ...['URL', 'URLSearchParams', 'Headers', 'Request', 'Response', 'fetch', 'console', 'window'],
  ...[
    'setTimeout',
    'setInterval',
    'clearTimeout',
    'clearInterval',
    'crypto',
    'https',
    'Buffer',
    'atob',
    'btoa',
    'zlib',
  ],
  ...['_', 'moment', 'uuidv5', 'jsonwebtoken', 'xml', 'xml2js', 'FormData', 'OAuth', 'AWS', 'google', 'stripe'],
  ...['twilio', 'sendgrid', 'jsforce', 'fetchretrylib', 'libphonenumberjslib', 'hubspotlib', 'mailchimplib'],
  ...['nodemailjet', 'skyflowlib', 'winstonlib'],
]

const absent = [
  ...['process', 'require', 'module', 'exports', 'global', 'self', '__dirname', 'navigator', 'WebSocket'],
  ...['TextEncoder', 'TextDecoder', 'structuredClone', 'AbortController', 'AbortSignal'],
  ...['queueMicrotask', 'setImmediate', 'performance', 'Blob'],
]

const missingAmong = (names: string[]) =>
  `[${names.map((name) => `typeof ${name} === 'undefined' && '${name}'`)}].filter(Boolean)`

test('every documented global is there', async () => {
  expect(await evaluate(missingAmong(documented))).toEqual({ value: [] })
})

test('what Segment lacks is absent', async () => {
  expect(await evaluate(missingAmong(absent))).toEqual({ value: absent })
})

test('window has the documented globals, and nothing else', async () => {
  expect(await evaluate('Object.keys(window).sort()')).toEqual({ value: [...documented].sort() })
})

test.each([
  ["crypto.createHash('sha256').update('a').digest('hex').slice(0, 8)", 'ca978112'],
  ["crypto.timingSafeEqual(Buffer.from('a'), Buffer.from('a'))", true],
  ['crypto.randomUUID().length', 36],
  ["Buffer.from('é').toString('hex')", 'c3a9'],
  ["btoa('a') + atob('YQ==')", 'YQ==a'],
  ["zlib.zlib.gunzipSync(zlib.zlib.gzipSync('a')).toString()", 'a'],
  ["new URL('https://a.test/?b=1').searchParams.get('b')", '1'],
  ["new URLSearchParams('a=1&a=2').getAll('a')", ['1', '2']],
  ["new Headers({ A: 'b' }).get('a')", 'b'],
  ["await new Response('a').text()", 'a'],
  ["await new Promise((resolve) => setTimeout(resolve, 0, 'late'))", 'late'],
  ["new Intl.DateTimeFormat('en', { timeZone: 'UTC', year: 'numeric' }).format(0)", '1970'],
  ['window.window === window && window.Segment === Segment', true],
])('%s is %j', async (expression, value) => {
  expect(await evaluate(expression)).toEqual({ value })
})

test.each([
  ['_.get({}, "a")', '_'],
  ['moment()', 'moment'],
  ['new AWS.S3()', 'AWS'],
  ['new FormData()', 'FormData'],
  ['google.cloud', 'google'],
  ['"now" in moment', 'moment'],
  ['(stripe.key = "k")', 'stripe'],
  ['https.get("https://a.test")', 'https'],
  ['await fetch("https://a.test")', 'fetch'],
  ['Object.keys(moment)', 'moment'],
  ['({ ..._ })', '_'],
  ['delete twilio.key', 'twilio'],
  ['Object.freeze(AWS)', 'AWS'],
  ['new Date() instanceof moment', 'moment'],
  ['class extends FormData {}', 'FormData'],
])('%s says that it is not emulated', async (expression, name) => {
  const message = `${name} is documented by Segment but not emulated locally`
  expect(await evaluate(expression)).toEqual({ name: 'Error', message })
})

test('an error class of Segment is no instance of the function’s own Error', async () => {
  const names = ['ValidationError', 'InvalidEventPayload', 'EventNotSupported', 'RetryError']
  const described = names.map(
    (name) => `[new ${name}('m') instanceof Error, new ${name}('m').name, new ${name}('m').message]`,
  )
  expect(await evaluate(`[${described}]`)).toEqual({ value: names.map((name) => [false, name, 'm']) })
})

test.each([
  ['debug', 'debug'],
  ['log', 'log'],
  ['info', 'info'],
  ['warn', 'warn'],
  ['error', 'error'],
  ['dir', 'log'],
  ['table', 'log'],
  ['group', 'log'],
  ['trace', 'error'],
])('console.%s is recorded as %s, and not printed', async (method, level) => {
  const { logs } = await run(`console.${method}('%s has', 'a', { b: [1] }); console.time('t'); console.groupEnd()`)
  expect(logs).toEqual([{ level, text: 'a has { b: [ 1 ] }' }])
})
