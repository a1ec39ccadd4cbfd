import { type Property, places, type Sought } from '../../../shared/declare/property'
import { groupBy } from '../../system/group-by'
import { codes } from './markdown'

/** The names under which a property is read, and the sections in which it has more, as Markdown. */
export function readFrom({ soughtIn }: Property): string {
  const names = soughtIn[0]?.names ?? []
  const outside = soughtIn.filter((one) => isPlace(one) && one.names.length === names.length)
  if (names.length === 0) return "the event's [wallets](#wallets)"
  const isEverywhere = outside.length === places.length
  const inPlaces = isEverywhere ? '' : ` (in ${outside.map(({ at }) => nameOfPlace(at)).join(', ')})`
  return [`${codes(names)}${inPlaces}`, ...sectionTexts(soughtIn, names)].join('; ')
}

/** Sections with the same further names are named together. */
function sectionTexts(soughtIn: readonly Sought[], names: readonly string[]): string[] {
  const sections = soughtIn.filter((one) => !isPlace(one) || one.names.length > names.length)
  const byFurther = groupBy(sections, (section) => furtherNames(section, names))
  return [...byFurther].map(([further, group]) => {
    const where = codes(group.map(({ at }) => at))
    return further === '' ? `also in ${where}` : `in ${where} also as ${further}`
  })
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
