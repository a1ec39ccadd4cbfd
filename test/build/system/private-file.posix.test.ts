import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { writePrivately, writePrivatelyAt } from '../../../build/system/private-file'
import { directory } from '../../temporary-files'

// On Windows, to make a link to a file needs special rights.
test.each<[way: string, write: (file: string, text: string) => Promise<void>]>([
  ['replaced', writePrivately],
  ['written in place', (file, text) => writePrivatelyAt(file, 0, text)],
])('a file that is %s is not a link: what that leads to stays as it is', async (way, write) => {
  const file = path.join(directory, way, 'a.json')
  mkdirSync(path.dirname(file))
  writeFileSync(`${file}.other`, 'of somebody else')
  symlinkSync(`${file}.other`, file)
  await expect(write(file, 'new')).rejects.toThrow(`cannot write ${file}: it is a link; remove it or name another`)
  expect(readFileSync(`${file}.other`, 'utf8')).toBe('of somebody else')
})
