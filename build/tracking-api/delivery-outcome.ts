interface Refused {
  readonly kind: 'refused'
  /** In one line, without anything of a guest's. */
  readonly reason: string
}

/** What became of one call. */
export type DeliveryOutcome = { readonly kind: 'delivered' } | Refused
