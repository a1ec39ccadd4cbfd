/** Anything but the printable characters of ASCII, tabs and line breaks. Most texts have none. */
const beyondAscii = /[^\t\n\r -~]/
/** Control characters (tabs and line breaks aside), soft hyphens, marks of writing direction, and spaces without width. */
const invisible = /[^\P{Cc}\t\n\r]|[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu
/** What joins the letters of a Persian name or the parts of an emoji, and means nothing in an id. */
const joiners = /\u200c|\u200d/g
/** With the flag `u`, only the surrogates that stand alone. */
const loneSurrogates = /[\ud800-\udfff]/gu

/**
 * The text without the characters that nobody sees and without the white space around it. Half an emoji, which UTF-8
 * cannot say, becomes U+FFFD. Nothing left: the empty text.
 */
export function clean(text: string): string {
  if (!beyondAscii.test(text)) return trim(text)
  return trim(text.replace(invisible, '').replace(loneSurrogates, '\ufffd'))
}

/** The same for ids, e-mail addresses, phones and cards, in which zero-width joiners mean nothing, either. */
export function cleanId(text: string): string {
  return beyondAscii.test(text) ? clean(text.replace(joiners, '')) : trim(text)
}

/** Few texts have white space around them: two looks are faster than a call. */
function trim(text: string): string {
  return isBlankAt(text, 0) || isBlankAt(text, text.length - 1) ? text.trim() : text
}

function isBlankAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code <= 0x20 || code >= 0x80
}
