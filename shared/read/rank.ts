/** More than a property has names in one place, and than there are places in which a section may stand. */
const mostNames = 1000
const mostHosts = 4

/**
 * Where a value is looked for, as a number: the place counts first, then in which part of the layer a section stands,
 * then the name.
 */
export function rankOf(place: number, host: number, name: number): number {
  return (place * mostHosts + host) * mostNames + name
}

/** The place of a rank, by its order among those of the property. */
export function placeOf(rank: number): number {
  return Math.floor(rank / (mostHosts * mostNames))
}
