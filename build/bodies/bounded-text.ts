import { limits } from '../runtime/limits'
import { grouped } from '../system/numbers'
import type { Content } from './item'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * Collects the bytes of one body. Above a webhook's size limit it drops the bytes and only counts them, so a line of
 * 100 MB takes no memory.
 */
export class BoundedText {
  #chunks: Buffer[] = []
  #bytes = 0

  add(chunk: Buffer): void {
    this.#bytes += chunk.length
    if (this.#bytes <= limits.bodyBytes) this.#chunks.push(chunk)
    else this.#chunks = []
  }

  /** Returns the collected content and starts again. */
  take(): Content {
    const chunks = this.#chunks
    const bytes = this.#bytes
    this.#chunks = []
    this.#bytes = 0
    return bytes > limits.bodyBytes ? { problem: tooLarge(bytes) } : textOf(Buffer.concat(chunks))
  }
}

function tooLarge(bytes: number): string {
  const [size, limit] = [grouped(bytes), grouped(limits.bodyBytes)]
  return `has ${size} bytes, and a webhook has at most ${limit}; the body is only in the original file`
}

function textOf(bytes: Buffer): Content {
  try {
    return { text: utf8.decode(bytes) }
  } catch {
    return { problem: 'is not UTF-8 text; the body is only in the original file' }
  }
}
