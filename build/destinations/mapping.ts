import type { Mapping, MappingValue } from './destination'

/** A value of the call, by Segment's mapping language: `$.traits.email`. */
export function path(place: string): MappingValue {
  return { '@path': place }
}

/** The value of the first place if it has one, else that of the second. */
export function either(place: string, other: string): MappingValue {
  // biome-ignore lint/suspicious/noThenProperty: Segment's mapping language calls it so, and nothing awaits it.
  return { '@if': { exists: path(place), then: path(place), else: path(other) } }
}

/** The scalars of an object, with `_` between the names of nested ones and the numbers of items: `products_0_name`. */
export function scalarsOf(place: string): MappingValue {
  return { '@flatten': { value: path(place), separator: '_', omitArrays: false } }
}

/** A list with an item for each product of an order. Paths of the fields start at the product. */
export function products(fields: Mapping): MappingValue {
  return { '@arrayPath': ['$.properties.products', fields] }
}

/** A field that is not sent, whatever its default. */
export const leftOut = null

/** What a person fills in. Trials use the example; without one, the name in angle brackets. */
export function input(name: string, example?: MappingValue): MappingValue {
  return example === undefined ? { input: name } : { input: name, example }
}

interface Input {
  readonly input: string
  readonly example?: MappingValue
}

export function isInput(value: MappingValue): value is Input & { readonly [member: string]: MappingValue } {
  return typeof value === 'object' && value !== null && 'input' in value && typeof value.input === 'string'
}

/** The names of what a person fills in. */
export function inputsOf(mappings: readonly Mapping[]): string[] {
  return [...new Set(mappings.flatMap((mapping) => Object.values(mapping).flatMap(inputsIn)))]
}

function inputsIn(value: MappingValue): string[] {
  if (isInput(value)) return [value.input]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inputsIn) : []
}

/** A copy of a mapping with something else in the place of each input. */
export function withInputs(value: MappingValue, replace: (input: Input) => unknown): unknown {
  if (isInput(value)) return replace(value)
  if (isList(value)) return value.map((item) => withInputs(item, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, withInputs(member, replace)]))
}

/** `Array.isArray` does not tell a read-only list. */
function isList(value: MappingValue): value is readonly MappingValue[] {
  return Array.isArray(value)
}
