import type { EventEmitter } from 'node:events'
import path from 'node:path'
import { Readable } from 'node:stream'
import { main } from '../../../build/cli'
import { projectPlaces } from '../../../build/cli/command'
import { systemTime, type Time } from '../../../build/system/time'
import { directory } from '../../temporary-files'

export { directory, file } from '../../temporary-files'

interface World {
  stdin?: string | Readable
  env?: Record<string, string>
  isTTY?: boolean
  columns?: number
  /** The configuration file; the project's own unless given. */
  config?: string
  time?: Time
  dist?: string
  samples?: string
  /** What tells of Ctrl-C. */
  signals?: EventEmitter
}

/** What a command line did. */
export interface Ran {
  code: number
  stdout: string
  stderr: string
}

/** Runs a command line in this process, with nothing of the process's own around it. */
export async function run(argv: readonly string[], world: World = {}): Promise<Ran> {
  const { stdin = '', env = {}, isTTY, columns, config = projectPlaces.config, time = systemTime, signals } = world
  const written = { stdout: '', stderr: '' }
  const output = (name: keyof typeof written) => ({
    write: (text: string) => {
      written[name] += text
    },
    isTTY,
    columns,
  })
  const streams = { stdout: output('stdout'), stderr: output('stderr') }
  const input = Object.assign(typeof stdin === 'string' ? Readable.from([stdin]) : stdin, { isTTY })
  const placeOf = (name: string) => path.join(directory, name)
  const { dist = placeOf('dist'), samples = placeOf('samples') } = world
  const places = { samples, dist, docs: placeOf('docs'), pulled: placeOf('pulled'), config }
  const once = (signal: string, listener: () => void) => signals?.once(signal, listener)
  const destinations = placeOf('destinations')
  const code = await main(argv, { ...streams, stdin: input, env, once }, { ...places, destinations }, time)
  return { code, ...written }
}
