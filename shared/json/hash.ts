/** SHA-256 of the text's UTF-8 bytes, as lower-case hex. */
export function sha256(text: string): string {
  return crypto.hash?.('sha256', text, 'hex') ?? crypto.createHash('sha256').update(text).digest('hex')
}

/**
 * A UUID from 32 hexadecimal digits, in the format of version 4. The digits are not random, but Mixpanel accepts only
 * this version as an id.
 */
export function uuidOf(hex: string): string {
  const variant = '89ab'.charAt(Number.parseInt(hex.charAt(16), 16) % 4)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}
