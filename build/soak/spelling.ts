import type { Json } from '../runtime'
import { type Fragment, isFragment } from './fragments'
import type { Random } from './random'

type Spell = (name: string) => string

const spellings: readonly Spell[] = [
  (name) => name,
  (name) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  (name) => name.charAt(0).toUpperCase() + name.slice(1),
  (name) => name.toLowerCase(),
]

/** The same with all names, however deep, in one of the four spellings. */
export function respell(body: Fragment, random: Random): Fragment {
  const spell = random.pick(spellings)
  const walk = (value: Json): Json => {
    if (Array.isArray(value)) return value.map(walk)
    return isFragment(value) ? walkObject(value) : value
  }
  const walkObject = (object: Fragment): Fragment =>
    Object.fromEntries(Object.entries(object).map(([name, value]) => [spell(name), walk(value)]))
  return walkObject(body)
}

/** The same in Paytronix's typed style, in which a list of one stands for its item. */
export function typed(body: Fragment): Fragment {
  return Object.fromEntries(Object.entries(body).map(([name, value]) => [name, typedValue(value)]))
}

function typedValue(value: Json): Json {
  if (Array.isArray(value)) return value.map((item) => (isFragment(item) ? typed(item) : item))
  return isFragment(value) ? typed(value) : [value]
}

/** The same with the keys of every object in another order. */
export function reorder(value: Json, random: Random): Json {
  if (Array.isArray(value)) return value.map((item) => reorder(item, random))
  if (!isFragment(value)) return value
  return Object.fromEntries(random.shuffled(Object.entries(value)).map(([key, item]) => [key, reorder(item, random)]))
}
