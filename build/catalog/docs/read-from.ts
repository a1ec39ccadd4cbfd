import { type Property, places, type Sought } from '../../../shared/declare/property'
import { guestSections } from '../../../shared/properties/guest'
import { sentType } from '../../../shared/properties/transaction'
import { groupBy } from '../../system/group-by'
import { code, codes } from './markdown'

/** The names under which a property is read, and its further names in sections, as Markdown. */
export function readFrom(property: Property): string {
  const { soughtIn } = property
  const names = soughtIn[0]?.names ?? []
  const outside = soughtIn.filter((one) => isPlace(one) && one.names.length === names.length)
  if (names.length === 0) return property === sentType ? "the event's type" : "the event's [wallets](#wallets)"
  const isEverywhere = outside.length === places.length
  const inPlaces = isEverywhere ? '' : ` (in ${outside.map(({ at }) => nameOfPlace(at)).join(', ')})`
  return [`${codes(names)}${inPlaces}`, ...sectionTexts(soughtIn, names)].join('; ')
}

/** Groups sections with the same further names. */
function sectionTexts(soughtIn: readonly Sought[], names: readonly string[]): string[] {
  const sections = soughtIn.filter((one) => !isPlace(one) || one.names.length > names.length)
  const byFurther = groupBy(sections, (section) => furtherNames(section, names))
  return [...byFurther].map(([further, group]) => {
    const where = sectionNames(group.map(({ at }) => at))
    return further === '' ? `also in ${where}` : `in ${where} also as ${further}`
  })
}

/** One link replaces the sections of the guest, when all of them are there. */
function sectionNames(sections: readonly string[]): string {
  const ofGuest = guestSections.map(({ at }) => at)
  if (!ofGuest.every((at) => sections.includes(at))) return codes(sections)
  const others = sections.filter((at) => !ofGuest.includes(at))
  return [...others.map(code), "[the guest's section](#the-guests-section)"].join(', ')
}

function furtherNames(section: Sought, names: readonly string[]): string {
  const further = section.names.filter((name) => !names.includes(name))
  const own = codes(further.filter((name) => name !== '.'))
  return further.includes('.') ? `${own} or the section itself` : own
}

function isPlace({ at }: Sought): boolean {
  return places.some((place) => place === at)
}

function nameOfPlace(at: string): string {
  return at === 'event' ? 'the event' : codes([at])
}
