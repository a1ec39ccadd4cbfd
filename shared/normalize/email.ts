import { cleanId } from '../json/text'
import { isTooLong } from '../json/values'

/** What may stand around an address: `mailto:`, quotes, `<>` after a name. */
const around = /^(?:mailto:(.*)|"(.*)"|'(.*)'|[^<>]*<([^<>]*)>)$/s
/** As many layers as are looked under: `"Dana" <mailto:dana@example.com>` has two. */
const mostLayers = 4
/** A local part, and a domain of two or more labels, the last of them of letters. */
const address = /^[^\s@<>()[\]\\,;:"]+@(?:[\p{L}\p{M}\p{N}_-]+\.)+[\p{L}\p{M}]{2,}$/u

/** An e-mail address, lower-cased, without what stands around it. Text that is no address is undefined: Segment would take it for a person. */
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

/** Without the blanks around it and the punctuation behind it. */
function withoutEnd(text: string): string {
  return text.trim().replace(/(?<![\s.,;])[\s.,;]+$/, '')
}
