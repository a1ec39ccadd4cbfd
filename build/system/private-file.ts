import { constants, lstatSync } from 'node:fs'
import { type FileHandle, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { UserError } from './errors'
import { unwritable } from './output'

const ownerOnly = 0o600
/** Windows has no such flag. There, only the look before opening protects. */
const noFollow = constants.O_NOFOLLOW ?? 0

/**
 * Replaces a file atomically: at any moment it holds the old content or the new one. Only the owner may read it. It
 * ends when the data is on the disk. For files with guests' data, settings or code from a workspace.
 * @throws UserError when the file is a link or cannot be written.
 */
export async function writePrivately(file: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${file}.${process.pid}.tmp`
  await writing(file, async () => {
    await mkdir(path.dirname(file), { recursive: true })
    await rm(temporary, { force: true })
    await usingFile(await open(temporary, 'wx', ownerOnly), (handle) => handle.writeFile(content))
    await rename(temporary, file)
  })
}

/**
 * Writes content to a file from this byte on, and drops what was there and after it. Only the owner may read the file.
 * It ends when the data is on the disk.
 * @throws UserError when the file is a link or cannot be written.
 */
export async function writePrivatelyAt(file: string, position: number, content: string): Promise<void> {
  await writing(file, async () => {
    const handle = await open(file, constants.O_RDWR | constants.O_CREAT | noFollow, ownerOnly)
    await usingFile(handle, async () => {
      await handle.chmod(ownerOnly)
      await handle.truncate(position)
      await writeAll(handle, Buffer.from(content), position)
    })
  })
}

/** A write may end early on a disk that is nearly full. The next one then says why. */
async function writeAll(handle: FileHandle, bytes: Buffer, position: number): Promise<void> {
  for (let written = 0; written < bytes.length; ) {
    const { bytesWritten } = await handle.write(bytes, written, bytes.length - written, position + written)
    written += bytesWritten
  }
}

async function usingFile(handle: FileHandle, write: (handle: FileHandle) => Promise<unknown>): Promise<void> {
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writing(file: string, work: () => Promise<void>): Promise<void> {
  try {
    if (isLink(file)) throw new UserError(`cannot write ${file}: it is a link; remove it or name another file`)
    await work()
  } catch (error) {
    throw error instanceof UserError ? error : unwritable(file, error)
  }
}

/** A link could lead to a file that somebody else reads, or that must not be overwritten. */
function isLink(file: string): boolean {
  return lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink() === true
}
