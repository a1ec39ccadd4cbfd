import type { Mapping, MappingValue } from './destination'

/** A value of the call, by Segment's mapping language: `$.traits.email`. */
export function path(place: string): MappingValue {
  return { '@path': place }
}

/** A field that is not sent, whatever its default. */
export const leftOut = null

/** What a person fills in. Trials use the example; without one, its name in angle brackets. */
export function input(name: string, example?: string): MappingValue {
  return example === undefined ? { input: name } : { input: name, example }
}

interface Input {
  readonly input: string
  readonly example?: string
}

export function isInput(value: MappingValue | undefined): value is Input & Readonly<Record<string, string>> {
  return typeof value === 'object' && value !== null && 'input' in value
}

/** The names of what a person fills in. */
export function inputsOf(mappings: readonly Mapping[]): string[] {
  return [...new Set(mappings.flatMap((mapping) => Object.values(mapping).flatMap(inputsIn)))]
}

function inputsIn(value: MappingValue | undefined): string[] {
  if (isInput(value)) return [value.input]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(inputsIn) : []
}

/** A mapping with something else in the place of each input. */
export function withInputs<Value>(value: MappingValue, replace: (input: Input) => Value): unknown {
  if (isInput(value)) return replace(value)
  if (Array.isArray(value)) return value.map((item) => withInputs(item, replace))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [name, member === undefined ? member : withInputs(member, replace)]),
  )
}
