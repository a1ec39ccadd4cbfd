import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { commands } from '../../../build/cli'
import { refuseEatenOptions } from '../../../build/cli/eaten-options'
import { directory } from '../../temporary-files'
import { isWindows } from '../../windows'

const options = commands.flatMap((command) => Object.keys(command.options).map((option) => ({ command, option })))

/** The variables that a script gets of `npm run`, with these arguments and without `--`. */
function variablesOf(argv: readonly string[]): Record<string, string> {
  const scripts = { show: 'node -e "console.log(JSON.stringify(process.env))"' }
  writeFileSync(path.join(directory, 'package.json'), JSON.stringify({ name: 'x', scripts }))
  const { PATH, SystemRoot, ComSpec, PATHEXT } = process.env
  const env = { PATH, HOME: directory, ...(isWindows && { USERPROFILE: directory, SystemRoot, ComSpec, PATHEXT }) }
  // On Windows npm is a script of its shell.
  const world = { cwd: directory, env, encoding: 'utf8', shell: isWindows } as const
  return JSON.parse(execFileSync('npm', ['run', '--silent', 'show', ...argv], world))
}

const names = [...new Set(options.map(({ option }) => option))]
// One process for all: npm takes as long to start as all the rest of these tests.
const withAll = variablesOf(names.map((name) => `--${name}`))

test.each(options)('--$option of $command.name that reached npm is refused', ({ command, option }) => {
  const declared = command.options[option] ?? ({ kind: 'flag', summary: '' } as const)
  const line = declared.kind === 'flag' ? `f --${option}` : `… --${option} …`
  const only = { ...command, options: { [option]: declared } }
  expect(() => refuseEatenOptions([command.name, 'f'], [only], withAll, 'linux')).toThrow(
    `npm took an option of this command for its own; put -- before the options: npm run ${command.name} -- ${line}`,
  )
})

test('on Windows, where PowerShell takes the --, it names the npm that gets it', () => {
  expect(() => refuseEatenOptions(['deploy'], commands, { npm_config_yes: 'true' }, 'win32')).toThrow(
    'put -- before the options: npm.cmd run deploy -- --yes (PowerShell takes the -- from npm)',
  )
})

test('one that reached the command is none of npm’s', () => {
  const argv = ['simulate', '--json', '--query=event=Check-In']
  expect(() => refuseEatenOptions(argv, commands, { npm_config_json: 'true', npm_config_query: 'x' })).not.toThrow()
})

test.each<[string, Record<string, string>]>([
  ['is empty', { npm_config_yes: '' }],
  ['is false', { npm_config_yes: 'false' }],
  ['is set by the environment', { npm_config_yes: 'true', NPM_CONFIG_YES: 'true' }],
  ['is set by a .npmrc', { npm_config_yes: 'true', npm_config_userconfig: path.join(directory, '.npmrc') }],
  ['is no option of the command', { npm_config_loglevel: 'silent' }],
])('a variable that %s does not count', (_, env) => {
  writeFileSync(path.join(directory, '.npmrc'), 'fund=false\nyes = true\n')
  expect(() => refuseEatenOptions(['deploy'], commands, env)).not.toThrow()
})
