/** The sections that tell of the guest by themselves. The first that stands in an event is the guest's. */
export const certainPersons = ['guest', 'customer'] as const

/** The same of a referral, whose guest refers somebody. */
export const personsOfReferral = [...certainPersons, 'referrer'] as const

/**
 * Sections that tell of a person who may not be the guest. `user` is a cashier or an operator as often as a guest, so it
 * counts only when nothing else tells who the guest is.
 */
export const personSections = [...personsOfReferral, 'user'] as const

export type PersonSection = (typeof personSections)[number]
