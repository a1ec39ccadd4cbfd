// Replaces liquidjs in the bundle. The mapping language uses it only for @liquid, and it is five times as large.

/** Accepts the setup calls on load, and refuses every template. */
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
