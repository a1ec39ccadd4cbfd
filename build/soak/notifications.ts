import type { Random } from './random'
import type { SoakEvent } from './timeline'

/** How events are put into a body: one by itself, a bare list, or a list under the name of an envelope. */
export type Form = 'alone' | 'list' | 'events' | 'batch' | 'notifications' | 'data'

/** Events that are sent together, at every delivery. */
export interface Notification {
  readonly events: readonly SoakEvent[]
  readonly form: Form
}

const listForms: readonly Form[] = ['list', 'events', 'batch', 'notifications', 'data']
const shareAlone = 0.9
const mostTogether = 12

/** Parts a story into what is sent: mostly one event by itself, else some that follow each other. */
export function notificationsOf(events: readonly SoakEvent[], random: Random): Notification[] {
  const notifications: Notification[] = []
  for (let first = 0; first < events.length; ) {
    const isAlone = random.chance(shareAlone)
    const size = isAlone ? 1 : random.between(1, mostTogether)
    notifications.push({
      events: events.slice(first, first + size),
      form: isAlone ? 'alone' : random.pick(listForms),
    })
    first += size
  }
  return notifications
}
