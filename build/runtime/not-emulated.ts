/**
 * A stand-in for a documented library that is not here. It may be named, passed on and asked for its type;
 * whatever else is done to it throws.
 */
export function notEmulated(name: string): unknown {
  const fail = (): never => {
    throw new Error(`${name} is documented by Segment but not emulated locally`)
  }
  return new Proxy(class {}, { get: fail, set: fail, has: fail, apply: fail, construct: fail })
}
