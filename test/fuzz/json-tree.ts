import { digestOf } from '../../build/system/digest'
import { isObject } from '../../shared/json/values'

/** An object or list of a body. */
export type Container = Readonly<Record<string, unknown>> | unknown[]

/** A member of an object, or an item of a list. */
export interface Spot {
  readonly container: Container
  readonly key: string
}

/** A deep copy of a JSON value. A key named `__proto__` stays an ordinary key. */
export function copyOf<T>(value: T): T {
  return isContainer(value) ? JSON.parse(JSON.stringify(value)) : value
}

/** Whether a value is an object or a list. */
export function isContainer(value: unknown): value is Container {
  return isObject(value) || Array.isArray(value)
}

/** All members and items, outer ones first. */
export function spotsOf(root: Container): Spot[] {
  const spots = Object.keys(root).map((key): Spot => ({ container: root, key }))
  for (const spot of spots) {
    const value = valueAt(spot)
    if (isContainer(value)) for (const key of Object.keys(value)) spots.push({ container: value, key })
  }
  return spots
}

/** The value at a spot. Undefined for inherited members. */
export function valueAt({ container, key }: Spot): unknown {
  return Object.getOwnPropertyDescriptor(container, key)?.value
}

/** Defines the member instead of assigning it, so that `__proto__` becomes a key as in JSON.parse. */
export function put({ container, key }: Spot, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true })
}

export function removeAt({ container, key }: Spot): void {
  if (Array.isArray(container)) container.splice(Number(key), 1)
  else Reflect.deleteProperty(container, key)
}

/** The same value with the keys of every object in another order. The number chooses the order. */
export function reordered(value: unknown, order: number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order))
  if (!isContainer(value)) return value
  const keys = Object.keys(value).map((key) => ({ key, rank: digestOf(`${order} ${key}`) }))
  keys.sort((one, other) => (one.rank < other.rank ? -1 : 1))
  return Object.fromEntries(keys.map(({ key }) => [key, reordered(valueAt({ container: value, key }), order)]))
}

/** A body as JSON. Text between angle brackets becomes a number that JSON.stringify cannot write. */
export function written(body: unknown): string {
  return JSON.stringify(body).replace(/"⟨([-+.\dEe]+)⟩"(?!:)/g, '$1')
}
