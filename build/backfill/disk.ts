import { constants } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { unwritable } from '../system/output'

/** The disk that a backfill writes to. Tests use one that is full or fails at a chosen moment. */
export interface Disk {
  /** Replaces a file atomically: at any moment it holds the old text or the new one. */
  replace(file: string, text: string): Promise<void>
  /** Writes a text to a file from this byte on, and drops the old content after it. */
  writeAt(file: string, position: number, text: string): Promise<void>
}

/** Each write ends when the data is on the disk. Throws a UserError when writing fails. */
export const systemDisk: Disk = {
  async replace(file, text) {
    const temporary = `${file}.tmp`
    await writing(file, async () => {
      await inFile(temporary, constants.O_TRUNC, (handle) => handle.writeFile(text))
      await rename(temporary, file)
    })
  },
  writeAt: (file, position, text) =>
    writing(file, () =>
      // writeFile writes the whole text. A single write may end early on a disk that is nearly full.
      inFile(file, constants.O_APPEND, async (handle) => {
        await handle.truncate(position)
        await handle.writeFile(text)
      }),
    ),
}

/** Only the owner may read the file: rejected bodies hold guests' data. */
async function inFile(file: string, flag: number, write: (handle: FileHandle) => Promise<unknown>): Promise<void> {
  const handle = await open(file, constants.O_WRONLY | constants.O_CREAT | flag, 0o600)
  try {
    await write(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function writing(file: string, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    throw unwritable(file, error)
  }
}
