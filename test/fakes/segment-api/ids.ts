import { createHash } from 'node:crypto'

/** Ids in Segment's format: 22 letters and digits. They are the same in every run. */
export function idSequence(): () => string {
  let count = 0
  return () => {
    count += 1
    const letters = createHash('sha512').update(`id ${count}`).digest('base64').replaceAll(/[+/=]/g, '')
    return letters.slice(0, 22)
  }
}
