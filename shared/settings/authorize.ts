import { problem } from '../json/problem'
import type { SegmentRequest } from './request'

/**
 * Accepts a request only when it has one of the secrets: as Bearer token, as Basic password, in the header
 * X-Paytronix-Secret or in the query parameter `secret`. Without any secret, every request is accepted.
 * (The function cannot check signatures, because deployed functions do not see the raw body.)
 * @throws ValidationError "unauthorized: …"
 */
export function authorize(request: SegmentRequest, secrets: readonly string[]): void {
  if (secrets.length === 0) return
  const carried = carriedSecrets(request)
  // Compares every candidate, so that the duration reveals nothing about a match.
  const matches = carried.filter((candidate) => secrets.filter((secret) => isSame(candidate, secret)).length > 0)
  if (matches.length > 0) return
  const expected = 'the secret as Bearer token, Basic password, X-Paytronix-Secret or query parameter'
  const received = carried.length === 0 ? 'none' : 'another one'
  throw new ValidationError(`unauthorized: ${problem('request', expected, received)}`)
}

function carriedSecrets({ headers, url }: SegmentRequest): string[] {
  const authorization = headers.get('authorization') ?? ''
  const [, bearer] = /^Bearer +(\S.*)$/i.exec(authorization) ?? []
  const [, basic = ''] = /^Basic +(\S+) *$/i.exec(authorization) ?? []
  // User names cannot contain a colon.
  const [, password] = /:(.*)/s.exec(Buffer.from(basic, 'base64').toString('utf8')) ?? []
  const candidates = [bearer, password, headers.get('x-paytronix-secret'), ...url.searchParams.getAll('secret')]
  return candidates.flatMap((candidate) => (candidate ? [candidate.trim()] : []))
}

/** Compares digests: they have the same length, as a constant-time comparison needs, and hide the secret's length. */
function isSame(candidate: string, secret: string): boolean {
  return crypto.timingSafeEqual(digest(candidate), digest(secret))
}

function digest(text: string): Uint8Array {
  return crypto.createHash('sha256').update(text).digest()
}
