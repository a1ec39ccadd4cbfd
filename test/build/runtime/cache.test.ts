import { createCache } from '../../../build/runtime/cache'
import { start } from './start'

function cacheAt(start: number) {
  const clock = { time: start }
  const loader = jest.fn(() => Promise.resolve('value'))
  return { clock, loader, cache: createCache(() => clock.time) }
}

test.each([
  ['is fresh', 10, 9, 1],
  ['has expired', 10, 10, 2],
  ['has no time to live', undefined, 1e12, 1],
  ['lives for ever', -1, 1e12, 1],
])('a value that %s', async (_, ttl, later, loads) => {
  const { cache, clock, loader } = cacheAt(0)
  expect(await cache.load('key', ttl, loader)).toBe('value')
  clock.time = later
  expect(await cache.load('key', ttl, loader)).toBe('value')
  expect(loader).toHaveBeenCalledTimes(loads)
})

test('a deleted value is loaded again', async () => {
  const { cache, loader } = cacheAt(0)
  await cache.load('key', -1, loader)
  cache.delete('key')
  await cache.load('key', -1, loader)
  expect(loader).toHaveBeenCalledTimes(2)
})

test('a load that fails leaves nothing behind', async () => {
  const { cache, loader } = cacheAt(0)
  await expect(cache.load('key', -1, () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect(await cache.load('key', -1, loader)).toBe('value')
})

test('the cache outlives a request', async () => {
  const runtime = start(
    'async function onRequest(request) { console.log(await cache.load("k", -1, async () => request.text())) }',
  )
  const receipts = [await runtime.receive({ body: 'a' }), await runtime.receive({ body: 'b' })]
  expect(receipts.map(({ logs }) => logs[0]?.text)).toEqual(['a', 'a'])
})
