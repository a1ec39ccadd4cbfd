import type { Json, SegmentCall } from '../runtime'
import { showsCard } from './bodies'
import type { Discrepancies } from './discrepancies'
import type { Guest } from './guests'
import { nameOf, type SoakEvent } from './timeline'

/** Under which ids the guests' calls came. */
export class Identities {
  readonly #found: Discrepancies
  readonly #anonymousIdOf = new Map<Guest, string>()
  readonly #guestOf = new Map<string, Guest>()
  /** The user ids that registrations joined anonymous ids to. */
  readonly #userIdOf = new Map<string, string>()

  constructor(found: Discrepancies) {
    this.#found = found
  }

  /** Notes whom a call names, who is to be the card until its guest registers, and the account from then on. */
  take(event: SoakEvent, call: SegmentCall): void {
    const { type, userId, anonymousId } = call
    this.#compare(event, call)
    if (typeof anonymousId !== 'string') return
    this.#takeAnonymousId(event.guest, anonymousId)
    const joins = event.standing === 'registers' && type === 'identify'
    if (joins && typeof userId === 'string') this.#userIdOf.set(anonymousId, userId)
  }

  #compare(event: SoakEvent, { type, userId, anonymousId }: SegmentCall): void {
    const expected = expectedIds(event, type)
    const wrong = (id: Json | undefined, name: string, instead: string) =>
      this.#found.add(`${nameOf(event)}: its ${type} call has ${shown(id)} for ${name}, expected ${instead}`)
    if (userId !== expected.userId) wrong(userId, 'userId', shown(expected.userId))
    if (expected.hasAnonymousId && typeof anonymousId !== 'string') wrong(anonymousId, 'anonymousId', "the card's")
    if (!expected.hasAnonymousId && anonymousId !== undefined) wrong(anonymousId, 'anonymousId', 'nothing')
  }

  /** One card has one anonymous id, which is no other card's. */
  #takeAnonymousId(guest: Guest, anonymousId: string): void {
    const known = this.#anonymousIdOf.get(guest) ?? anonymousId
    const owner = this.#guestOf.get(anonymousId) ?? guest
    if (known !== anonymousId) this.#found.add(`guest ${guest.number}: the card has several anonymous ids`)
    if (owner !== guest) this.#found.add(`guests ${owner.number} and ${guest.number} have one anonymous id`)
    this.#anonymousIdOf.set(guest, known)
    this.#guestOf.set(anonymousId, owner)
  }

  /** Whom Segment takes an id for: the user whom a registration joined it to, or else itself. */
  profileOf(id: string): string {
    return this.#userIdOf.get(id) ?? id
  }

  /** How many of these guests are one person, before their registration and after it. */
  countJoined(guests: readonly Guest[]): number {
    return guests.filter((guest) => this.#isJoined(guest)).length
  }

  #isJoined(guest: Guest): boolean {
    const isJoined = this.profileOf(this.#anonymousIdOf.get(guest) ?? '') === String(guest.accountId)
    if (!isJoined) this.#found.add(`guest ${guest.number}: no registration joins the card to the account`)
    return isJoined
  }
}

function expectedIds(event: SoakEvent, type: string): { userId: string | undefined; hasAnonymousId: boolean } {
  const { standing, guest } = event
  if (standing === 'card only') return { userId: undefined, hasAnonymousId: true }
  return { userId: String(guest.accountId), hasAnonymousId: type === 'identify' && showsCard(event) }
}

function shown(id: Json | undefined): string {
  return id === undefined ? 'nothing' : JSON.stringify(id)
}
