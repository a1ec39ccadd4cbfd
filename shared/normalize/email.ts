import { cleanId } from '../json/text'
import { isTooLong } from '../json/values'

/** Wrappers of an address: `mailto:`, quotes, `<>` after a name. */
const around = /^(?:mailto:(.*)|["\u201c](.*)["\u201d]|['\u2018](.*)['\u2019]|[^<>]*<([^<>]*)>)$/s
/** The most wrappers to remove. `"Dana" <mailto:dana@example.com>` has two. */
const mostLayers = 4
/** A local part, and a domain of two or more labels. The last label has only letters. */
const address = /^[^\s@<>()[\]\\,;:"]+@(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}]{2,}$/u

/**
 * An e-mail address in lower case, without wrappers. Undefined for any other text: Segment would identify a person by
 * it.
 */
export function email(value: unknown): string | undefined {
  if (typeof value !== 'string' || isTooLong(value)) return undefined
  const written = cleanId(value).toLowerCase()
  if (address.test(written)) return written
  const inner = bare(written)
  return address.test(inner) ? inner : undefined
}

function bare(written: string): string {
  let text = withoutEnd(written)
  for (let layer = 0; layer < mostLayers; layer++) {
    const inner = around
      .exec(text)
      ?.slice(1)
      .find((one) => one !== undefined)
    if (inner === undefined) return text
    text = withoutEnd(inner)
  }
  return text
}

/** Removes blanks around the text and punctuation after it. */
function withoutEnd(text: string): string {
  return text.trim().replace(/(?<![\s.,;])[\s.,;]+$/, '')
}
