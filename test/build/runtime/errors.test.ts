import { run, start } from './start'

const badRequest = ['error', 400, 'Bad Request'] as const
const rejected = ['rejected', 400, 'Message Rejected'] as const

test.each<[string, string, number, string, string, string]>([
  ["throw new ValidationError('m')", ...rejected, 'ValidationError', 'm'],
  ["throw new InvalidEventPayload('m')", ...rejected, 'InvalidEventPayload', 'm'],
  ["throw new EventNotSupported('m')", 'unsupported', 400, 'Unsupported Event Type', 'EventNotSupported', 'm'],
  ["throw new RetryError('m')", 'error', 400, 'RETRY_ERROR', 'RetryError', 'm'],
  ["throw new Error('m')", ...badRequest, 'Error', 'm'],
  ['null.a', ...badRequest, 'TypeError', "Cannot read properties of null (reading 'a')"],
  ["return Promise.reject(new ValidationError('m'))", ...rejected, 'ValidationError', 'm'],
  ['class Own extends ValidationError {}; throw new Own("m")', ...badRequest, 'Own', 'm'],
  ["throw Object.assign(new Error('m'), { name: 'constructor' })", ...badRequest, 'constructor', 'm'],
  ["throw 'text'", ...badRequest, 'NotAnError', "thrown: 'text'"],
  ['throw undefined', ...badRequest, 'NotAnError', 'thrown: undefined'],
  ['throw { code: 1 }', ...badRequest, 'NotAnError', 'thrown: { code: 1 }'],
  ["throw { get name() { throw new Error('evil') } , message: '' }", ...badRequest, 'Error', 'evil'],
])('%s', async (body, status, httpStatus, shownAs, name, message) => {
  const { ms: _, ...receipt } = await run(`Segment.identify({ userId: 'u' }); ${body}`)
  const error = { name, message }
  expect(receipt).toEqual({ status, httpStatus, shownAs, error, calls: [], discarded: [], logs: [], attempts: 1 })
})

test.each([
  ['a rejected promise that is not awaited', "Promise.reject(new Error('lost'))"],
  ['an error in a timer', "setTimeout(() => { throw new Error('lost') }, 0); await new Promise(() => {})"],
])('%s ends the process and the request', async (_, body) => {
  const runtime = start(`let count = 0; async function onRequest(request) { console.log(++count); ${body} }`)
  const receipts = [await runtime.receive({ body: '' }), await runtime.receive({ body: '' })]
  expect(receipts.map(({ status, error, logs }) => [status, error, logs[0]?.text])).toEqual([
    ['error', { name: 'Error', message: 'lost' }, '1'],
    ['error', { name: 'Error', message: 'lost' }, '1'],
  ])
})

test('what cannot be described in the function’s process is no error with a name', async () => {
  const { status, error } = await run("const evil = { get name() { throw evil }, message: '' }; throw evil")
  expect([status, error?.name]).toEqual(['error', 'NotAnError'])
})

test('the return value is ignored', async () => {
  expect((await run('return { status: 500 }')).status).toBe('ok')
})

const failTwice = `
  let count = 0
  async function onRequest(request) {
    Segment.identify({ userId: 'u', messageId: request.text() })
    console.log('attempt', ++count)
    if (count < 3) throw new RetryError('not yet')
  }`

test('a RetryError replays the whole request', async () => {
  const wait = jest.fn(async () => undefined)
  const receipt = await start(failTwice, { retry: { attempts: 6, wait } }).receive({ body: 'm' })
  expect(receipt).toMatchObject({ status: 'ok', attempts: 3, calls: [{ messageId: 'm' }] })
  expect(receipt.logs.map(({ text }) => text)).toEqual(['attempt 1', 'attempt 2', 'attempt 3'])
  expect(wait.mock.calls).toEqual([[1], [2]])
})

test.each([
  ['RetryError', 2],
  ['ValidationError', 1],
  ['Error', 1],
])('%s is tried %d times of 2', async (name, attempts) => {
  const retry = { attempts: 2, wait: async () => undefined }
  expect((await run(`throw new ${name}('m')`, {}, { retry })).attempts).toBe(attempts)
})
