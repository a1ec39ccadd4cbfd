/** Segment recognizes an error by its name, which is the name of its class. */
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
