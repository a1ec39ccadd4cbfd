import type { WorkerRequest } from './protocol'

/** The `request` of a source function: no method, no stream, and both readers are synchronous. */
export class ServerRequest {
  readonly #url: URL
  readonly #headers: Headers
  readonly #delivery: WorkerRequest
  readonly #parse: (text: string) => unknown
  #value: unknown

  constructor(delivery: WorkerRequest, parse: (text: string) => unknown) {
    this.#url = new URL(delivery.url)
    this.#headers = new Headers(delivery.headers)
    this.#delivery = delivery
    this.#parse = parse
  }

  get url(): URL {
    return this.#url
  }

  get headers(): Headers {
    return this.#headers
  }

  /** Returns the same value each time. Segment treats JSON null as an empty body and throws its SyntaxError. */
  json(): unknown {
    this.#value ??= this.#parse(this.#delivery.json)
    return this.#value ?? this.#parse('')
  }

  text(): string {
    return this.#delivery.text
  }
}
