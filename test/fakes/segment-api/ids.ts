import { createHash } from 'node:crypto'

/** Ids of the length and alphabet of Segment's, the same ones in every run: 22 letters and digits. */
export function idSequence(): () => string {
  let count = 0
  return () => {
    count += 1
    const letters = createHash('sha512').update(`id ${count}`).digest('base64').replaceAll(/[+/=]/g, '')
    return letters.slice(0, 22)
  }
}
