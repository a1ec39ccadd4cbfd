import { writePrivately, writePrivatelyAt } from '../system/private-file'

/** The disk that a backfill writes to. Tests use one that is full or fails at a chosen moment. */
export interface Disk {
  /** Replaces a file atomically: at any moment it holds the old text or the new one. */
  replace(file: string, text: string): Promise<void>
  /** Writes a text to a file from this byte on, and drops the old content after it. */
  writeAt(file: string, position: number, text: string): Promise<void>
}

/** Each write ends when the data is on the disk. Throws a UserError when writing fails. */
export const systemDisk: Disk = { replace: writePrivately, writeAt: writePrivatelyAt }
