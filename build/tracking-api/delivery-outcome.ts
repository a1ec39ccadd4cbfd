interface Refused {
  readonly kind: 'refused'
  /** One line, without data of a guest. */
  readonly reason: string
}

/** Whether one call was delivered or refused. */
export type DeliveryOutcome = { readonly kind: 'delivered' } | Refused
