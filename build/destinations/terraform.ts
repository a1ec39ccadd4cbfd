import type { Destination, MappingValue } from './destination'
import { inputsOf, isInput } from './mapping'
import type { FullSubscription } from './runner/trial'

/** Terraform for the subscriptions of a destination. What a person fills in is a variable. */
export function terraformOf(destination: Destination, subscriptions: readonly FullSubscription[]): string {
  const own = identifier(destination.slug)
  const inputs = inputsOf(subscriptions.map(({ mapping }) => mapping))
  return [
    variable(`${own}_destination_id`, `Id of the ${destination.name} destination that this source is connected to`),
    ...inputs.map((input) => variable(`${own}_${identifier(input)}`, input)),
    `data "segment_destination_metadata" "${own}" {\n  id = ${quoted(destination.metadataId)}\n}`,
    ...subscriptions.map((subscription) => resource(own, subscription)),
  ].join('\n\n')
}

function variable(name: string, description: string): string {
  return `variable "${name}" {\n  description = ${quoted(description)}\n}`
}

function resource(own: string, { name, action, trigger, mapping }: FullSubscription): string {
  const ids = `action.id if action.slug == ${quoted(action)}`
  return `resource "segment_destination_subscription" "${own}_${identifier(name)}" {
  destination_id = var.${own}_destination_id
  name           = ${quoted(name)}
  enabled        = true
  action_id      = one([for action in data.segment_destination_metadata.${own}.actions : ${ids}])
  trigger        = ${quoted(trigger)}
  settings       = jsonencode(${expression(own, mapping, '  ')})
}`
}

function expression(own: string, value: MappingValue, indent: string): string {
  if (isInput(value)) return `var.${own}_${identifier(value.input)}`
  if (typeof value === 'string') return quoted(value)
  if (typeof value !== 'object' || value === null) return String(value)
  const inner = `${indent}  `
  const lines = Array.isArray(value)
    ? value.map((item) => `${inner}${expression(own, item, inner)},\n`)
    : Object.entries(value).map(([key, member]) => `${inner}${quoted(key)} = ${expression(own, member, inner)}\n`)
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return lines.length === 0 ? open + close : `${open}\n${lines.join('')}${indent}${close}`
}

/** Text in quotes. `${` and `%{` would begin an expression of Terraform. */
function quoted(text: string): string {
  return JSON.stringify(text).replace(/[$%](?=\{)/g, '$&$&')
}

function identifier(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, '_')
}
