import { unwritable } from '../../../build/system/output'

test.each([
  [{ code: 'ENOSPC' }, 'the disk is full; free some space and run the command again'],
  [{ code: 'ENOENT' }, 'the directory does not exist; create it or name another file'],
  [{ code: 'EACCES' }, 'permission denied; change the permissions or name another file'],
  [{ code: 'EIO' }, 'it broke; check the disk space and the permissions'],
])('a file that cannot be written for %j is reported in one line', (code, reason) => {
  const { message } = unwritable('out.json', Object.assign(new Error('it broke'), code))
  expect(message).toBe(`cannot write out.json: ${reason}`)
})
