import path from 'node:path'
import { file } from '../../temporary-files'
import { bodyOf } from '../backfill/history'
import { run } from './run'

const ndjson = file('a.ndjson', `${JSON.stringify(bodyOf(1))}\n`)
const backfill = (argv: readonly string[]) => run(['backfill', ...argv, '--yes'])

test.each([
  [['--rate', '0'], '--rate: expected a whole number from 1 to 1000000'],
  [['--concurrency', 'two'], '--concurrency: expected a whole number from 1 to 100'],
  [['--shard', '3/2'], '--shard: expected K/N (part K of N), such as 2/8'],
  [
    ['--since', 'yesterday'],
    '--since: expected a date (from midnight UTC) or a time such as 2024-07-01T00:00:00-04:00',
  ],
  [
    ['--since', '2024-02-30'],
    '--since: expected a date (from midnight UTC) or a time such as 2024-07-01T00:00:00-04:00',
  ],
  [['--since', '2024-02-01', '--until', '2024-02-01'], '--until: expected a time after --since'],
  [['--checkpoint', ' '], '--checkpoint: expected the name of a file'],
  [['--checkpoint', ndjson], `${ndjson} is an input, but this run would also write it; run it separately`],
  [
    [`${ndjson}.rejected.ndjson`],
    `${ndjson}.rejected.ndjson is an input, but this run would also write it; run it separately`,
  ],
  [
    [path.relative('.', `${ndjson}.rejected.ndjson`)],
    `${ndjson}.rejected.ndjson is an input, but this run would also write it; run it separately`,
  ],
  [[path.relative('.', ndjson)], `${path.relative('.', ndjson)}: name it once`],
  [
    ['--checkpoint', `${ndjson}.rejected.ndjson`],
    `${ndjson}.rejected.ndjson is also the file for rejected bodies; name another file with --checkpoint`,
  ],
  [['--env', 'moon'], '--env: unknown environment "moon"; segment.config.json has dev, prod'],
])('%j is wrong use', async (argv, message) => {
  const { code, stderr } = await backfill([ndjson, ...argv])
  expect({ code, stderr }).toEqual({ code: 2, stderr: `error: ${message}\n` })
})
