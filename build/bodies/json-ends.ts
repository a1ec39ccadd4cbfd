import type { Ends } from './split'

const code = (character: string) => character.charCodeAt(0)
const quote = code('"')
const backslash = code('\\')
const comma = code(',')
const [openArray, closeArray] = [code('['), code(']')]
const [openObject, closeObject] = [code('{'), code('}')]

/**
 * Finds the values of a JSON file: the items of its array, or its one body. It only finds where each value ends and
 * does not check whether it is valid. So the texts stay unchanged, a broken value does not stop the others, and a value
 * that is too large takes no memory.
 */
export class JsonEnds implements Ends {
  line = 1
  #isList: boolean | undefined
  #depth = 0
  #isString = false
  #isEscaped = false

  next(chunk: Buffer, from: number): number {
    for (let index = from; index < chunk.length; index++) if (this.#isEnd(chunk[index])) return index
    return -1
  }

  begin(wasBlank: boolean): void {
    if (!wasBlank) this.line += 1
  }

  /** Whether the text ended within a value or its list: the file is cut off. */
  get isOpen(): boolean {
    return this.#depth > 0 || this.#isString
  }

  #isEnd(byte: number | undefined): boolean {
    if (this.#isString) this.#pass(byte)
    else if (byte === quote) this.#isString = true
    else if (byte === openArray || byte === openObject) return this.#open(byte)
    else if (byte === closeArray || byte === closeObject) return this.#close()
    else return byte === comma && this.#isList === true && this.#depth === 1
    return false
  }

  #pass(byte: number | undefined): void {
    if (this.#isEscaped) this.#isEscaped = false
    else if (byte === backslash) this.#isEscaped = true
    else if (byte === quote) this.#isString = false
  }

  #open(byte: number): boolean {
    this.#isList ??= byte === openArray
    this.#depth += 1
    return this.#isList && this.#depth === 1
  }

  #close(): boolean {
    this.#depth -= 1
    return this.#isList === true && this.#depth === 0
  }
}
