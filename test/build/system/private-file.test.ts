import { lstatSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writePrivately, writePrivatelyAt } from '../../../build/system/private-file'
import { directory } from '../../temporary-files'
import { ownerOnlyMode } from '../../windows'

let files = 0
const fresh = () => path.join(directory, `${files++}`, 'a.json')

const ways: [string, (file: string, text: string) => Promise<void>][] = [
  ['replaced', writePrivately],
  ['written in place', (file, text) => writePrivatelyAt(file, 0, text)],
]

describe.each(ways)('a file that is %s', (_, write) => {
  test('has the new content, for its owner only, also where everybody could read the old one', async () => {
    const file = fresh()
    mkdirSync(path.dirname(file))
    writeFileSync(file, 'old and longer', { mode: 0o644 })
    await write(file, 'new')
    expect(readFileSync(file, 'utf8')).toBe('new')
    expect(lstatSync(file).mode & 0o777).toBe(ownerOnlyMode)
    expect(readdirSync(path.dirname(file))).toEqual(['a.json'])
  })
})

test('the directory of a replaced file is created', async () => {
  const file = fresh()
  await writePrivately(file, Buffer.from('new'))
  expect(readFileSync(file, 'utf8')).toBe('new')
})

test('text is written from a byte on, in place of what was there', async () => {
  const file = fresh()
  mkdirSync(path.dirname(file))
  await writePrivatelyAt(file, 0, 'é one\ntwo\n')
  await writePrivatelyAt(file, Buffer.byteLength('é one\n'), 'three\n')
  expect(readFileSync(file, 'utf8')).toBe('é one\nthree\n')
})

test.each([
  ['a directory', () => directory, /cannot write .+: .+; check the disk space and the permissions/],
  ['a place that is no directory', () => path.join(__filename, 'a'), /cannot write .+a: /],
])('%s cannot be written', async (_, name, message) => {
  await expect(writePrivately(name(), 'x')).rejects.toThrow(message)
})
