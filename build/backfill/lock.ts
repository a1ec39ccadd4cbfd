import { realpathSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { digestOf } from '../system/digest'
import { codeOf, UserError } from '../system/errors'
import { unwritable } from '../system/output'

/** Gives the files back to other runs. */
export type Release = () => void

/**
 * Keeps other runs on this machine from files that this run writes. The lock is a socket that listens. The system
 * closes it when its process ends, however that happens, so nothing is left of a run that was killed.
 * @throws UserError when another run holds one of the files.
 */
export async function lockFiles(files: readonly string[]): Promise<Release> {
  const held: Server[] = []
  const release = () => {
    for (const server of held.splice(0)) server.close()
  }
  try {
    for (const file of files) held.push(await hold(file))
    return release
  } catch (error) {
    release()
    throw error
  }
}

async function hold(file: string): Promise<Server> {
  const { address, leavesFile } = placeOf(file)
  try {
    return await listen(address)
  } catch (error) {
    if (codeOf(error) !== 'EADDRINUSE') throw error
    if (!leavesFile || (await isListening(address))) throw busy(file)
    await rm(address, { force: true })
    return await listen(address)
  }
}

function busy(file: string): UserError {
  return new UserError(`another run uses ${file}; wait until it ends, or stop it and run the command again`)
}

/** On Linux and Windows a socket can have a name and no file. Elsewhere, its file stays when the process is killed. */
function placeOf(file: string): { readonly address: string; readonly leavesFile: boolean } {
  const name = `segment-backfill-${digestOf(wholeName(file)).slice(0, 16)}`
  if (process.platform === 'linux') return { address: `\0${name}`, leavesFile: false }
  if (process.platform === 'win32') return { address: `\\\\.\\pipe\\${name}`, leavesFile: false }
  return { address: path.join(tmpdir(), `${name}.socket`), leavesFile: true }
}

/** A file may be reached by several paths, on some systems also by other cases. It may not exist yet. */
function wholeName(file: string): string {
  try {
    return path.join(realpathSync.native(path.dirname(path.resolve(file))), path.basename(file))
  } catch (error) {
    throw unwritable(file, error)
  }
}

function listen(address: string): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = createServer((socket) => socket.destroy())
    server.once('error', reject)
    server.listen(address, () => resolve(server.unref()))
  })
}

function isListening(address: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(address)
    const end = (answer: boolean) => {
      socket.destroy()
      resolve(answer)
    }
    socket.once('connect', () => end(true)).once('error', () => end(false))
  })
}
