/** An event that gives no calls of its own, and why. */
export interface Rejection {
  readonly kind: 'type' | 'identity' | 'shape'
  /** One line in the grammar of every message. */
  readonly reason: string
}
