/**
 * A placeholder for a documented library that is not available locally. The script may refer to it and read its type.
 * Any other use throws.
 */
export function notEmulated(name: string): unknown {
  const fail = (): never => {
    throw new Error(`${name} is documented by Segment but not emulated locally`)
  }
  // Reflect has one method for each proxy trap, with the same name.
  const traps = Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fail])
  return new Proxy(class {}, Object.fromEntries(traps))
}
