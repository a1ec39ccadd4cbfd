/** Segment goes by the name of an error, and names it after its class. */
class NamedError extends Error {
  constructor(message?: string) {
    super(message)
    this.name = this.constructor.name
  }
}

export class ValidationError extends NamedError {}
export class InvalidEventPayload extends NamedError {}
export class EventNotSupported extends NamedError {}
export class RetryError extends NamedError {}
