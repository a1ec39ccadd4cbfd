/** Any character except printable ASCII, tabs and line breaks. Most texts have none. */
const beyondAscii = /[^\t\n\r -~]/
/** Control characters (except tabs and line breaks), soft hyphens, direction marks, and zero-width spaces. */
const invisible = /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** Zero-width joiners. They matter in Persian names and emoji, but not in ids. */
const joiners = /\u200c|\u200d/g
/** With the flag `u`, this matches only surrogates without a partner. */
const loneSurrogates = /[\ud800-\udfff]/gu

/**
 * Removes invisible characters and the white space around a text. Half an emoji, which UTF-8 cannot encode, becomes
 * U+FFFD. May return the empty text.
 */
export function clean(text: string): string {
  if (!beyondAscii.test(text)) return trim(text)
  return trim(text.replace(invisible, '').replace(loneSurrogates, '\ufffd'))
}

/** The same for ids, e-mail addresses, phones and cards. Removes zero-width joiners too. */
export function cleanId(text: string): string {
  return beyondAscii.test(text) ? clean(text.replace(joiners, '')) : trim(text)
}

/** Few texts have white space around them. Checking both ends is faster than calling `trim`. */
function trim(text: string): string {
  return isBlankAt(text, 0) || isBlankAt(text, text.length - 1) ? text.trim() : text
}

function isBlankAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code <= 0x20 || code >= 0x80
}
