import { again } from '../../../build/workbench/rebuild'

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
