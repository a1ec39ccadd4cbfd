import { constants } from 'node:fs'
import { type FileHandle, open, rename } from 'node:fs/promises'
import { unwritable } from '../system/output'

/** What a backfill writes to; tests have one that is full, or that fails at a chosen moment. */
export interface Disk {
  /** Puts a text in a file's place: at any moment the file holds the old text or the new one. */
  replace(file: string, text: string): Promise<void>
  /** Writes a text into a file from this byte on, in place of whatever is there. */
  writeAt(file: string, position: number, text: string): Promise<void>
}

/** Done only once the disk has it. Throws a UserError when it cannot be written. */
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
      // Appending, as only whole texts are written so: a single write may end early on a disk that is nearly full.
      inFile(file, constants.O_APPEND, async (handle) => {
        await handle.truncate(position)
        await handle.writeFile(text)
      }),
    ),
}

/** A file for its owner alone, as what is rejected holds guests' data. */
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
