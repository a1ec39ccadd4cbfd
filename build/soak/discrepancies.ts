/** What was found wrong: how often, and the first few that differ. */
export interface Found {
  readonly count: number
  readonly first: readonly string[]
}

const mostTold = 10

/** Collects what is found wrong. A function that gets one thing wrong may do so a hundred thousand times. */
export class Discrepancies implements Found {
  count = 0
  readonly first: string[] = []

  add(text: string): void {
    this.count++
    if (this.first.length < mostTold && !this.first.includes(text)) this.first.push(text)
  }
}
