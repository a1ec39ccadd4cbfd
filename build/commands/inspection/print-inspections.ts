import { events } from '../../../functions/events'
import type { BundledConfig } from '../../bundle/configuration-module'
import type { Screen } from '../../cli/screen'
import {
  type CuredGuest,
  findRemedies,
  type GuestRemark,
  guestRemarks,
  type Inspect,
  type InspectedBody,
  placeholderRemedies,
  type ReceivedRequest,
  type Remedy,
  splitGuests,
} from '../../inspection'
import { columnsText } from '../../render/columns'
import { inspectionText } from '../../render/inspection'
import { guestRemarkText, splitGuestText } from '../../render/inspection-end'
import { remediesText } from '../../render/remedies'
import type { FunctionSettings } from '../../runtime'
import type { NamedRequest } from '../../runtime/simulation'
import { UserError } from '../../system/errors'
import type { Proposals } from './column-proposals'

export interface InspectionRun {
  readonly inspect: Inspect
  readonly settings: FunctionSettings
  readonly requests: readonly (NamedRequest & ReceivedRequest)[]
  readonly config: BundledConfig
  /** Proposed `columns` of CSV files, by file. */
  readonly columns: Proposals
  /** Whether a program reads the result, which is then one document. */
  readonly asJson: boolean
}

/** What inspecting bodies tells. */
export interface Findings {
  readonly bodies: readonly InspectedBody[]
  readonly guests: readonly CuredGuest[]
  readonly remarks: readonly GuestRemark[]
  readonly remedies: readonly Remedy[]
  /** Proposed `columns` of CSV files, by file. */
  readonly columns: Proposals
}

/** Inspects requests and prints each as it is done, then what only all of them tell. For programs it prints nothing. */
export async function printInspections(run: InspectionRun, screen: Screen): Promise<Findings> {
  const print = run.asJson ? () => undefined : screen.print
  const bodies = await inspectAll(run, screen, (text) => print(`${text}\n`))
  screen.progress('comparing guests and looking for remedies')
  const inspections = bodies.map(({ inspection }) => inspection)
  const guests = await splitGuests(bodies, async (body, changed) => {
    return run.inspect(run.requests[body] ?? { body: '' }, { ...run.settings, ...changed })
  })
  const remarks = guestRemarks(bodies)
  const remedies = [
    ...placeholderRemedies(remarks, run.settings.placeholders),
    ...(await findRemedies({ ...run, inspections, events })),
  ]
  screen.progress('')
  for (const guest of guests) print(`${splitGuestText(guest, screen)}\n`)
  for (const remark of remarks) print(`${guestRemarkText(remark, screen)}\n`)
  if (remedies.length > 0) print(remediesText(remedies, screen))
  for (const [file, own] of Object.entries(run.columns)) print(`\n${columnsText(file, own, screen)}`)
  return { bodies, guests, remarks, remedies, columns: run.columns }
}

/** Inspects requests one after another, and gives the text of each to `show`. */
export async function inspectAll(
  { inspect, settings, requests, config }: InspectionRun,
  screen: Screen,
  show: (text: string) => void = () => undefined,
): Promise<InspectedBody[]> {
  const bodies: InspectedBody[] = []
  for (const { file, ...request } of requests) {
    screen.progress(`${bodies.length} of ${requests.length} bodies`)
    const inspection = await inspect(request, settings, config)
    refuseSettings(inspection.error)
    bodies.push({ file, inspection })
    screen.progress('')
    show(inspectionText(file, inspection, screen))
  }
  return bodies
}

/** The function checks its settings before it looks at a body; here a wrong one is the user's mistake. */
function refuseSettings(error: InspectedBody['inspection']['error']): void {
  if (error?.name === 'ValidationError') throw new UserError(`--setting: ${error.message}`, 2)
}
