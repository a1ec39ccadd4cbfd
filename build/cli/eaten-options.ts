import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../system/errors'
import type { Variables } from '../system/process'
import type { Command } from './command'

/**
 * Refuses options that npm took for its own: in `npm run backfill f --dry-run` the command gets no `--dry-run`, and would
 * really send. npm leaves them in variables such as `npm_config_dry_run`.
 * @throws UserError that shows the command line with `--`.
 */
export function refuseEatenOptions(
  argv: readonly string[],
  commands: readonly Command[],
  env: Variables,
  platform: NodeJS.Platform = process.platform,
): void {
  const [name, ...given] = argv
  const command = commands.find((one) => one.name === name)
  const eaten = command === undefined ? [] : eatenOptions(command, given, env)
  if (command === undefined || eaten.length === 0) return
  const isFlag = (option: string) => command.options[option]?.kind === 'flag'
  // Which of the arguments is the value of an option, only the user knows. It may be a secret, too.
  const names = eaten.every(isFlag) ? given : ['…']
  const options = eaten.map((option) => (isFlag(option) ? `--${option}` : `--${option} …`))
  // PowerShell takes the -- for itself when npm is a script of its own (npm/cli#3136). npm.cmd is not.
  const [npm, why] = platform === 'win32' ? ['npm.cmd', ' (PowerShell takes the -- from npm)'] : ['npm', '']
  const line = [npm, 'run', command.name, '--', ...names, ...options].join(' ')
  const are = eaten.length === 1 ? 'an option' : 'options'
  throw new UserError(`npm took ${are} of this command for its own; put -- before the options: ${line}${why}`, 2)
}

function eatenOptions({ options }: Command, given: readonly string[], env: Variables): string[] {
  return Object.keys(options).filter((option) => {
    const isGiven = given.some((argument) => argument === `--${option}` || argument.startsWith(`--${option}=`))
    return !isGiven && isLeft(option, env)
  })
}

/** npm writes `--no-open` as `open` without a value. Otherwise one without a value was not given. */
function isLeft(option: string, env: Variables): boolean {
  if (option.startsWith('no-')) return env[variableOf(option.slice('no-'.length))] === ''
  const value = env[variableOf(option)] ?? ''
  return value !== '' && value !== 'false' && !wasSetBefore(option, value, env)
}

function variableOf(option: string): string {
  return `npm_config_${option.replaceAll('-', '_')}`
}

/** Whether a `.npmrc` or a variable set it, and not the command line. */
function wasSetBefore(option: string, value: string, env: Variables): boolean {
  const variable = variableOf(option)
  const isVariable = Object.keys(env).some((name) => name !== variable && name.toLowerCase() === variable)
  return isVariable || configFiles(env).some((file) => settingIn(file, option) === value)
}

function configFiles({ npm_config_userconfig, npm_config_globalconfig, npm_config_local_prefix }: Variables): string[] {
  const project = npm_config_local_prefix && path.join(npm_config_local_prefix, '.npmrc')
  return [project, npm_config_userconfig, npm_config_globalconfig].filter((file) => file !== undefined)
}

function settingIn(file: string, option: string): string | undefined {
  if (file === '' || !existsSync(file)) return undefined
  const lines = readFileSync(file, 'utf8').split(/\r?\n/)
  const line = lines.find((one) => one.split('=')[0]?.trim() === option)
  return line?.split('=').slice(1).join('=').trim()
}
