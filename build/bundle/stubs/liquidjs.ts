// Stands in the bundle for liquidjs, which the mapping language needs for @liquid only and which is five times its size.

/** Accepts the set-up that happens on load, and refuses every template. */
export class Liquid {
  registerTag(): void {}

  registerFilter(): void {}

  fullVariablesSync(): never {
    return unavailable()
  }

  parseAndRenderSync(): never {
    return unavailable()
  }
}

function unavailable(): never {
  throw new Error('@liquid is not available in the source function; use @template')
}
