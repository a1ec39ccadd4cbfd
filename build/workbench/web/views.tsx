import type { DetailedRequest } from '../protocol'
import { CallsView } from './calls-view'
import { DestinationsView } from './destinations-view'
import { IdentityView } from './identity-view'
import { OriginsView } from './origins-view'
import { isRejected } from './outcome'
import { RemediesView } from './remedies-view'
import type { Tab } from './tabs'
import { groupsOf } from './unused-groups'
import { UnusedView } from './unused-view'
import type { WorkbenchState } from './use-workbench'
import { WarehouseView } from './warehouse-view'

/** The name of the view that a narrow page has for the body. */
export const bodyTab = 'Body'
const remediesTab = 'What to do'

/** The views of a request's result. */
export function viewsOf(detail: DetailedRequest, workbench: WorkbenchState): Tab[] {
  const { inspection, sent, sizes, remedies } = detail
  const events = inspection?.events ?? []
  return [
    { name: 'Calls', contents: () => <CallsView calls={sent} sizes={sizes} /> },
    { name: 'Where from', contents: () => <OriginsView events={events} /> },
    {
      name: remediesTab,
      count: remedies.length,
      contents: () => <RemediesView detail={detail} workbench={workbench} />,
    },
    { name: 'Not used', count: leftOver(detail), contents: () => <UnusedView inspection={inspection} /> },
    { name: 'Identity', contents: () => <IdentityView events={events} /> },
    { name: 'Destinations', contents: () => <DestinationsView id={detail.id} calls={sent} /> },
    { name: 'Warehouse', contents: () => <WarehouseView calls={sent} /> },
  ]
}

/** The view to open until people choose one: what to do about a rejected request, or else its calls. */
export function usualView(detail: DetailedRequest): string {
  return isRejected(detail) && detail.remedies.length > 0 ? remediesTab : ''
}

/** The rows of the fields that were not readable or not used. */
function leftOver({ inspection }: DetailedRequest): number {
  const { events = [], envelope } = inspection ?? {}
  const remainders = [...events.map(({ remainder }) => remainder), ...(envelope ? [envelope] : [])]
  const unused = remainders.reduce((sum, remainder) => sum + groupsOf(remainder.unused).length, 0)
  return events.reduce((sum, { unreadable }) => sum + unreadable.length, unused)
}
