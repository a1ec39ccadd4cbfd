/** Median times in microseconds, in the order of the ways in which a body is handled. */
export interface Times {
  readonly requestUs: number
  readonly unavoidableUs: number
  readonly floorUs: number
  readonly mappingKitUs: number
  readonly parseUs: number
  /** How many times the unavoidable work a request takes. */
  readonly ratio: number
}

/** Times that were measured in milliseconds. */
export function timesOf(milliseconds: readonly number[]): Times {
  return times(milliseconds.map((one) => 1000 * one))
}

/** The times of several bodies together. */
export function sumOf(all: readonly Times[]): Times {
  const sum = (pick: (one: Times) => number) => all.reduce((total, one) => total + pick(one), 0)
  return times([
    sum(({ requestUs }) => requestUs),
    sum(({ unavoidableUs }) => unavoidableUs),
    sum(({ floorUs }) => floorUs),
    sum(({ mappingKitUs }) => mappingKitUs),
    sum(({ parseUs }) => parseUs),
  ])
}

function times([
  request = Number.NaN,
  unavoidable = Number.NaN,
  floor = Number.NaN,
  mappingKit = Number.NaN,
  parse = Number.NaN,
]: readonly number[]): Times {
  return {
    requestUs: rounded(request),
    unavoidableUs: rounded(unavoidable),
    floorUs: rounded(floor),
    mappingKitUs: rounded(mappingKit),
    parseUs: rounded(parse),
    ratio: rounded(request / unavoidable),
  }
}

/** Cuts the noise after the second decimal. */
export function rounded(value: number): number {
  return Math.round(100 * value) / 100
}
