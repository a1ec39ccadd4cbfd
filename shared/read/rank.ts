/** The most names that a property may have in one place, and the most places in which a section may stand. */
export const mostNames = 64
export const mostHosts = 4

/**
 * Where a value is looked for, as a number: the place counts first, then in which part of the layer a section stands,
 * then the name.
 * @throws RangeError for more names than there is room for.
 */
export function rankOf(place: number, host: number, name: number): number {
  if (name >= mostNames || host >= mostHosts) throw new RangeError(`a property has more than ${mostNames} names`)
  return (place * mostHosts + host) * mostNames + name
}

/** The place of a rank, by its order among those of the property. */
export function placeOf(rank: number): number {
  return Math.floor(rank / (mostHosts * mostNames))
}
