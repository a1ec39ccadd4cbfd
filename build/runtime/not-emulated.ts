/**
 * A stand-in for a documented library that is not here. It may be named, passed on and asked for its type;
 * whatever else is done to it throws.
 */
export function notEmulated(name: string): unknown {
  const fail = (): never => {
    throw new Error(`${name} is documented by Segment but not emulated locally`)
  }
  // Reflect has one method for each thing that can be done to an object, named as a proxy names it.
  const traps = Object.getOwnPropertyNames(Reflect).map((trap) => [trap, fail])
  return new Proxy(class {}, Object.fromEntries(traps))
}
