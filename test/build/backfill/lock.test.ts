import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { symlinkSync } from 'node:fs'
import path from 'node:path'
import { lockFiles } from '../../../build/backfill/lock'
import { directory } from '../../temporary-files'

const place = (name: string) => path.join(directory, name)
const busy = (name: string) => `another run uses ${name}; wait until it ends, or stop it and run the command again`

test('a file is held by one run at a time, by whatever path', async () => {
  const release = await lockFiles([place('a'), place('b')])
  symlinkSync(directory, place('link'), 'junction')
  await expect(lockFiles([place('c'), place('b')])).rejects.toThrow(busy(place('b')))
  await expect(lockFiles([place('link/a')])).rejects.toThrow(busy(place('link/a')))
  release()
  const [again, other] = await Promise.all([lockFiles([place('a')]), lockFiles([place('c')])])
  again()
  other()
})

test('a process that was killed holds nothing', async () => {
  const script = `require('tsx/cjs'); require('./build/backfill/lock').lockFiles([${JSON.stringify(place('d'))}])
    .then(() => { console.log('held'); setInterval(() => {}, 1000) })`
  const other = spawn(process.execPath, ['-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(other.stdout, 'data')
  await expect(lockFiles([place('d')])).rejects.toThrow(busy(place('d')))
  other.kill('SIGKILL')
  await once(other, 'exit')
  const release = await lockFiles([place('d')])
  release()
})

test('a directory that is not there is told of', async () => {
  await expect(lockFiles([place('none/a')])).rejects.toThrow(
    /^cannot write .*none[\\/]a: the directory does not exist; create/,
  )
})
