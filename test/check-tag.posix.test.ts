import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { version } from '../package.json'

// CI checks a tag on Linux. A bash on Windows may be that of another system.
test('a tag is v and the version of package.json', () => {
  const check = (tag: string) => spawnSync('bash', ['.ci/check-tag', tag], { cwd: path.join(__dirname, '..') }).status
  expect([check(`v${version}`), check(version), check('v0.0.0')]).toEqual([0, 1, 1])
})
