import type { DetailedRequest } from '../protocol'
import { CallsView } from './calls-view'
import { IdentityView } from './identity-view'
import { OriginsView } from './origins-view'
import type { Tab } from './tabs'
import { groupsOf } from './unused-groups'
import { UnusedView } from './unused-view'
import { WarehouseView } from './warehouse-view'

/** The name of the view that a narrow page has for the body. */
export const bodyTab = 'Body'

/** The views of a request's result. */
export function viewsOf({ inspection, sent, sizes }: DetailedRequest): Tab[] {
  const events = inspection?.events ?? []
  return [
    { name: 'Calls', contents: () => <CallsView calls={sent} sizes={sizes} /> },
    { name: 'Where from', contents: () => <OriginsView events={events} /> },
    { name: 'Identity', contents: () => <IdentityView events={events} /> },
    { name: 'Not used', count: leftOver({ inspection }), contents: () => <UnusedView inspection={inspection} /> },
    { name: 'Warehouse', contents: () => <WarehouseView calls={sent} /> },
  ]
}

/** The rows of the fields that were not readable or not used. */
function leftOver({ inspection }: Pick<DetailedRequest, 'inspection'>): number {
  const { events = [], envelope } = inspection ?? {}
  const remainders = [...events.map(({ remainder }) => remainder), ...(envelope ? [envelope] : [])]
  const unused = remainders.reduce((sum, remainder) => sum + groupsOf(remainder.unused).length, 0)
  return events.reduce((sum, { unreadable }) => sum + unreadable.length, unused)
}
