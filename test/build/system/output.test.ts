import path from 'node:path'
import { systemDisk } from '../../../build/backfill/disk'
import { unwritable } from '../../../build/system/output'

test.each([
  [{ code: 'ENOSPC' }, 'the disk is full; free some space and run the command again'],
  [{ code: 'ENOENT' }, 'the directory does not exist; create it or name another file'],
  [{ code: 'EACCES' }, 'permission denied; change the permissions or name another file'],
  [{ code: 'EIO' }, 'it broke; check the disk space and the permissions'],
])('a file that cannot be written for %j is told in one line', (code, reason) => {
  const { message } = unwritable('out.json', Object.assign(new Error('it broke'), code))
  expect(message).toBe(`cannot write out.json: ${reason}`)
})

test('a backfill tells of a directory that is not there', async () => {
  const file = path.join(__dirname, 'none', 'checkpoint.json')
  await expect(systemDisk.replace(file, '{}')).rejects.toThrow(
    `cannot write ${file}: the directory does not exist; create it or name another file`,
  )
})
