import type { InspectedEvent, Inspection } from './inspection'
import { placeId } from './places'

/** Whether a value in a place may belong to nobody, because different guests have the same value there. */
export function sharedPlaces(inspections: readonly Inspection[]): (keys: readonly string[]) => boolean {
  const guestsOf = new Map<string, Map<unknown, Set<string>>>()
  for (const event of inspections.flatMap(({ events }) => events)) {
    for (const { keys, value } of event.remainder.unused) {
      const byValue = guestsOf.get(placeId(keys)) ?? new Map<unknown, Set<string>>()
      guestsOf.set(placeId(keys), byValue.set(value, (byValue.get(value) ?? new Set<string>()).add(guestOf(event))))
    }
  }
  return (keys) => [...(guestsOf.get(placeId(keys))?.values() ?? [])].some((guests) => guests.size > 1)
}

/** Everything that distinguishes a guest from others. */
function guestOf({ identity }: InspectedEvent): string {
  return JSON.stringify(identity.guest)
}
