import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { debounced, watchSources } from '../../../build/workbench/watch-sources'
import { directory as root } from '../../temporary-files'

const write = (name: string) => writeFileSync(path.join(root, name), name)
beforeAll(() => {
  for (const name of ['functions', 'shared/normalize']) mkdirSync(path.join(root, name), { recursive: true })
  for (const name of ['functions/one.ts', 'shared/normalize/one.ts', 'segment.config.json']) write(name)
})

test.each([
  ['a source that is written', () => write('functions/one.ts')],
  ['one deep in a directory', () => write('shared/normalize/one.ts')],
  ['a new source', () => write('functions/two.ts')],
  ['the configuration', () => write('segment.config.json')],
  [
    'a configuration that takes the place of the one before',
    () => {
      write('segment.config.json.new')
      renameSync(path.join(root, 'segment.config.json.new'), path.join(root, 'segment.config.json'))
    },
  ],
])('%s is noticed', async (_, edit) => {
  await new Promise<void>((resolve) => {
    const end = watchSources(() => {
      end()
      resolve()
    }, root)
    edit()
  })
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
