import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { projectRoot } from '../../../build/system/project'
import { file } from './run'

// A shell joins the programs, and Windows has no sh.
const program = (command: string) => spawnSync('sh', ['-c', command], { cwd: projectRoot, encoding: 'utf8' })
const cli = `'${process.execPath}' '${path.join(projectRoot, 'node_modules/tsx/dist/cli.mjs')}' build/cli.ts`

test('a reader that stops reading is no failure', () => {
  const { stdout, stderr } = program(`{ ${cli} simulate --help; echo "$?" >&2; } | true`)
  expect({ stdout, stderr }).toEqual({ stdout: '', stderr: '0\n' })
})

test('a reader that stops reading ends no command, and its exit code stays true', () => {
  const notJson = file('not.json', 'nothing')
  const { stdout, stderr } = program(`{ ${cli} simulate --json '${notJson}'; echo "$?" >&2; } | true`)
  expect({ stdout, stderr }).toEqual({
    stdout: '',
    stderr: expect.stringMatching(/^.*:1:1: is not valid JSON.*\n1\n$/),
  })
})
