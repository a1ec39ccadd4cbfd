import type { Item } from '../bodies/item'
import { digestOf } from '../system/digest'

/** The done lines of a file as JSON: all up to `through`, with exceptions. */
export interface DoneLinesJson {
  readonly through: number
  readonly except: readonly number[]
  /** The sum of the digests of all done lines, in any order. It tells whether they are still the same. */
  readonly digest: string
  /** A done last line without a line end. It may continue, and is then another line. */
  readonly last?: { readonly line: number; readonly digest: string } | undefined
}

export const noDoneLines: DoneLinesJson = { through: 0, except: [], digest: '0' }

/** The done lines of a file. Memory grows only with the number of lines in progress. */
export class DoneLines {
  #through: number
  readonly #except: Set<number>
  #sum: bigint
  #last: DoneLinesJson['last']

  constructor({ through, except, digest, last }: DoneLinesJson = noDoneLines) {
    this.#through = through
    this.#except = new Set(except)
    this.#sum = BigInt(`0x${digest}`)
    this.#last = last
  }

  has(item: Item): boolean {
    if (item.line === this.#last?.line) return this.#last.digest === lineDigest(item)
    return this.hasLine(item.line)
  }

  hasLine(line: number): boolean {
    return line <= this.#through && !this.#except.has(line)
  }

  /** Marks a line as in progress. Lines begin in order. */
  begin(line: number): void {
    if (line === this.#last?.line) this.#last = undefined
    this.#through = Math.max(this.#through, line)
    this.#except.add(line)
  }

  end(item: Item): void {
    const digest = lineDigest(item)
    this.#except.delete(item.line)
    if (item.isUnfinished) this.#last = { line: item.line, digest }
    else this.#sum = plus(this.#sum, digest)
  }

  toJSON(): DoneLinesJson {
    const json = { through: this.#through, except: [...this.#except], digest: this.#sum.toString(16) }
    return this.#last === undefined ? json : { ...json, last: this.#last }
  }
}

/** Checks that the done lines of an earlier run are still in a file as they were. */
export class DoneCheck {
  readonly #done: DoneLines
  readonly #json: DoneLinesJson
  #sum = 0n

  constructor(json: DoneLinesJson = noDoneLines) {
    this.#json = json
    this.#done = new DoneLines(json)
  }

  /** Takes the next line of the file. False when it is not among the lines that an earlier run began. */
  add(item: Item): boolean {
    if (item.line > this.#json.through) return false
    if (item.line !== this.#json.last?.line && this.#done.has(item)) this.#sum = plus(this.#sum, lineDigest(item))
    return true
  }

  /** Whether the lines taken are those that were done. */
  get isSame(): boolean {
    return this.#sum.toString(16) === this.#json.digest
  }
}

/** 128 bits: enough to notice every accident. */
function lineDigest({ line, text, problem }: Item): string {
  return digestOf(`${line} ${text ?? problem ?? ''}`).slice(0, 32)
}

function plus(sum: bigint, digest: string): bigint {
  return BigInt.asUintN(128, sum + BigInt(`0x${digest}`))
}
