/** An object or list of a body, which an edit changes in place. */
export type Holder = Readonly<Record<string, unknown>> | unknown[]

/** A member of an object, or an item of a list. */
export interface Spot {
  readonly holder: Holder
  readonly key: string
}

/** A deep copy of a JSON value; a key named `__proto__` stays an ordinary one. */
export function copyOf<T>(value: T): T {
  return isHolder(value) ? JSON.parse(JSON.stringify(value)) : value
}

/** Whether a value is an object or a list. */
export function isHolder(value: unknown): value is Holder {
  return typeof value === 'object' && value !== null
}

/** Every member and item, the outer ones first. */
export function spotsOf(root: Holder): Spot[] {
  const spots = Object.keys(root).map((key): Spot => ({ holder: root, key }))
  for (const { holder, key } of spots) {
    const value = valueAt({ holder, key })
    if (isHolder(value)) for (const inner of Object.keys(value)) spots.push({ holder: value, key: inner })
  }
  return spots
}

export function valueAt({ holder, key }: Spot): unknown {
  return Object.getOwnPropertyDescriptor(holder, key)?.value
}

/** Defined rather than assigned, so that `__proto__` becomes a key as it does in JSON.parse. */
export function put({ holder, key }: Spot, value: unknown): void {
  Object.defineProperty(holder, key, { value, enumerable: true, writable: true, configurable: true })
}

export function removeAt({ holder, key }: Spot): void {
  if (Array.isArray(holder)) holder.splice(Number(key), 1)
  else Reflect.deleteProperty(holder, key)
}

/** The same value with the keys of every object in an order that the number tells. */
export function reordered(value: unknown, order: number): unknown {
  if (Array.isArray(value)) return value.map((item) => reordered(item, order))
  if (!isHolder(value)) return value
  const keys = Object.keys(value).map((key) => ({ key, place: mixed(key, order) }))
  keys.sort((one, other) => one.place - other.place)
  return Object.fromEntries(keys.map(({ key }) => [key, reordered(valueAt({ holder: value, key }), order)]))
}

/** Scatters keys: no two numbers give the same order for long. */
function mixed(key: string, order: number): number {
  let hash = order
  for (let index = 0; index < key.length; index++) hash = Math.imul(hash ^ key.charCodeAt(index), 0x01000193) >>> 0
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 0
}
