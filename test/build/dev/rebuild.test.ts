import { again } from '../../../build/dev/rebuild'
import { debounced } from '../../../build/dev/watch-sources'

test('wishes while the task runs are one more run of it', async () => {
  const finish: (() => void)[] = []
  const build = again(() => new Promise((resolve) => finish.push(resolve)))
  const wishes = [build(), build(), build()]
  expect(finish.length).toBe(1)
  finish[0]?.()
  await Promise.resolve()
  expect(finish.length).toBe(2)
  finish[1]?.()
  await Promise.all(wishes)
  expect(finish.length).toBe(2)
  void build()
  expect(finish.length).toBe(3)
})

test('several changes in a moment are one, and none after the end', () => {
  jest.useFakeTimers()
  const call = jest.fn()
  const changes = debounced(call, 60)
  changes.call()
  jest.advanceTimersByTime(59)
  changes.call()
  jest.advanceTimersByTime(59)
  expect(call).toHaveBeenCalledTimes(0)
  jest.advanceTimersByTime(1)
  expect(call).toHaveBeenCalledTimes(1)
  changes.call()
  changes.cancel()
  jest.advanceTimersByTime(1000)
  expect(call).toHaveBeenCalledTimes(1)
  jest.useRealTimers()
})
