/** SHA-256 of the text's UTF-8 bytes, as lower-case hex. */
export function sha256(text: string): string {
  return crypto.createHash('sha256').update(text).digest('hex')
}

/** A UUID (version 8, RFC 9562) made of the first bytes of a SHA-256: the same text always gives the same one. */
export function uuidOf(text: string): string {
  const hex = sha256(text)
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
