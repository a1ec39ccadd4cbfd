import { readFileSync } from 'node:fs'
import path from 'node:path'
import { file } from '../../temporary-files'
import { run } from './run'

const report = path.join(__dirname, '../../cases/csv-reports/wallet-changes.csv')

test('a report with wallets gets a proposal of columns, which is right once the codes are in it', async () => {
  const name = file('report.csv', readFileSync(report, 'utf8'))
  const { code, stdout } = await run(['inspect', name, '--json'])
  expect(JSON.parse(stdout).columns).toEqual({
    [name]: {
      'Points Accrued': 'details.points.accrued',
      'Points Redeemed': 'details.points.redeemed',
      'Points Balance': 'details.points.balance',
    },
  })
  expect(code).toBe(0)
  const { stdout: text } = await run(['inspect', name])
  expect(text).toContain('    "Points Accrued": "details.points.accrued",\n')
  expect(text).toContain('Write the code of each wallet')
})

test('what is no body is told by its place and what it seems to be', async () => {
  const name = file('dump.json', 'HTTP/1.1 200 OK\r\nHost: a\r\n\r\n{}')
  for (const command of ['inspect', 'simulate']) {
    const { code, stderr } = await run([command, name])
    expect(stderr).toContain(`${name}:1:1: seems to be an HTTP message with its headers; keep only what follows`)
    expect(code).toBe(1)
  }
})
