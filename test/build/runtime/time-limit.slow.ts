import { run, start } from './start'

const timeout = {
  status: 'timeout',
  httpStatus: 504,
  shownAs: 'FUNCTION_TIMEOUT',
  error: { name: 'FunctionTimeout', message: 'not finished after 150 ms' },
}

test.each([
  ['an endless loop', 'for (;;);'],
  ['a promise that never resolves', 'await new Promise(() => {})'],
])('%s is interrupted', async (_, body) => {
  const { ms, ...receipt } = await run(`console.log('started'); ${body}`, {}, { timeLimitMs: 150 })
  const logs = [{ level: 'log', text: 'started' }]
  expect(receipt).toEqual({ ...timeout, calls: [], discarded: [], logs, attempts: 1 })
  expect(ms).toBeGreaterThanOrEqual(149)
})

test('the script’s own top level is interrupted too', async () => {
  expect(await start('for (;;);', { timeLimitMs: 150 }).receive({ body: '' })).toMatchObject(timeout)
})

test('the next request gets a fresh process', async () => {
  const code = "let count = 0; function onRequest(request) { console.log(++count); while (request.text() === 'slow'); }"
  const runtime = start(code, { timeLimitMs: 400 })
  const receipts = await Promise.all(['a', 'slow', 'b'].map((body) => runtime.receive({ body })))
  expect(receipts.map(({ status, logs }) => [status, logs[0]?.text])).toEqual([
    ['ok', '1'],
    ['timeout', '2'],
    ['ok', '1'],
  ])
})

test('the limit may differ from request to request', async () => {
  const code = 'function onRequest() { for (;;); }'
  const runtime = start(code, { timeLimitMs: ({ body }) => Number(body) })
  const receipts = await Promise.all(['20', '30'].map((body) => runtime.receive({ body })))
  expect(receipts.map(({ error }) => error?.message)).toEqual(['not finished after 20 ms', 'not finished after 30 ms'])
})

test('a timeout is retried', async () => {
  const wait = jest.fn(async () => undefined)
  const receipt = await run('for (;;);', {}, { timeLimitMs: 30, retry: { attempts: 2, wait } })
  expect([receipt.status, receipt.attempts, wait.mock.calls]).toEqual(['timeout', 2, [[1]]])
})

test('without the rule there is no limit', async () => {
  const options = { timeLimitMs: 1, rules: { timeLimit: false } }
  expect((await run('await new Promise((resolve) => setTimeout(resolve, 20))', {}, options)).status).toBe('ok')
})
