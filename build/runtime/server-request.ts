import type { WorkerRequest } from './protocol'

/** The `request` of a source function: no method, no stream, and both readers are synchronous. */
export class ServerRequest {
  #url: URL | undefined
  #headers: Headers | undefined
  readonly #delivery: WorkerRequest
  readonly #parse: (text: string) => unknown
  #value: unknown

  constructor(delivery: WorkerRequest, parse: (text: string) => unknown) {
    this.#delivery = delivery
    this.#parse = parse
  }

  get url(): URL {
    this.#url ??= new URL(this.#delivery.url)
    return this.#url
  }

  get headers(): Headers {
    this.#headers ??= new Headers(this.#delivery.headers)
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
