/** Sections that tell of a person who may not be the guest. The first that stands in an event is the guest's. */
export const personSections = ['guest', 'customer', 'referrer', 'user'] as const

export type PersonSection = (typeof personSections)[number]

/** The sections that never name a guest by themselves: a cashier's, and a referrer's where nobody is referred. */
export function uncertainPersons(isReferrerGuest: boolean): readonly PersonSection[] {
  return isReferrerGuest ? ['user'] : ['user', 'referrer']
}

/**
 * The section that is the guest's: the first that stands in the event. `user` is a cashier or an operator as often as
 * a guest, so it counts only when nothing else tells who the guest is.
 */
export function guestSection(
  standing: ReadonlySet<PersonSection>,
  isReferrerGuest: boolean,
  isNamedElsewhere: () => boolean,
): PersonSection | undefined {
  const uncertain = uncertainPersons(isReferrerGuest)
  const first = personSections.find((section) => standing.has(section) && !uncertain.includes(section))
  if (first !== undefined) return first
  return standing.has('user') && !isNamedElsewhere() ? 'user' : undefined
}
