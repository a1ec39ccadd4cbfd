import { start } from './start'

const emitAndLog = `
async function onRequest(request, settings) {
  console.warn('seen %d', 1)
  Segment.track({ event: settings.event, userId: 'u', properties: request.json() })
}`

test('a receipt tells all that became of a request', async () => {
  const receipt = await start(emitAndLog, { settings: { event: 'Check-In' } }).receive({ body: '{"b":1,"a":2}' })
  expect(receipt).toEqual({
    status: 'ok',
    httpStatus: 200,
    shownAs: null,
    error: null,
    calls: [{ type: 'track', event: 'Check-In', userId: 'u', properties: { a: 2, b: 1 } }],
    discarded: [],
    logs: [{ level: 'warn', text: 'seen 1' }],
    attempts: 1,
    ms: expect.any(Number),
  })
})

test('settings given with a request replace those of the options', async () => {
  const runtime = start(emitAndLog, { settings: { event: 'a' } })
  const { calls } = await runtime.receive({ body: '{}' }, { event: 'b' })
  expect(calls.map(({ event }) => event)).toEqual(['b'])
})

test('every request gets a fresh copy of the settings', async () => {
  const settings = { list: ['x'] }
  const runtime = start(
    'async function onRequest(request, settings) { settings.list.push("y"); console.log(settings.list.join()) }',
    { settings },
  )
  const texts = [await runtime.receive({ body: '' }), await runtime.receive({ body: '' })].map(
    ({ logs }) => logs[0]?.text,
  )
  expect(texts).toEqual(['x,y', 'x,y'])
  expect(settings).toEqual({ list: ['x'] })
})

test('requests are handled one at a time, in order', async () => {
  const runtime = start(`
    let running = 0
    async function onRequest(request) {
      running++
      await new Promise((resolve) => setTimeout(resolve, 2))
      console.log(request.text(), running--)
    }`)
  const receipts = await Promise.all(['a', 'b', 'c'].map((body) => runtime.receive({ body })))
  expect(receipts.map(({ logs }) => logs)).toEqual(['a 1', 'b 1', 'c 1'].map((text) => [{ level: 'log', text }]))
})

test('a closed runtime receives nothing, and closing waits for what is under way', async () => {
  const runtime = start(emitAndLog, { settings: { event: 'a' } })
  const underWay = runtime.receive({ body: '{}' })
  await runtime.close()
  expect((await underWay).status).toBe('ok')
  await expect(runtime.receive({ body: '{}' })).rejects.toThrow('this runtime is closed')
})
