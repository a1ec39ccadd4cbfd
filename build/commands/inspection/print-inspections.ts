import { events } from '../../../functions/events'
import { type BundledConfig, hasMappings } from '../../bundle/configuration-module'
import { printJson, type Screen } from '../../cli/screen'
import { mappedNames } from '../../config/event-mappings'
import {
  type CuredGuest,
  type Inspect,
  type InspectedBody,
  type Inspection,
  type SuggestedMappings,
  splitGuests,
  suggestMappings,
} from '../../inspection'
import { columnsText } from '../../render/columns'
import { inspectionText } from '../../render/inspection'
import { mappingsText, splitGuestText } from '../../render/inspection-end'
import type { FunctionSettings } from '../../runtime'
import type { NamedRequest } from '../../runtime/simulation'
import { UserError } from '../../system/errors'

export interface InspectionRun {
  readonly inspect: Inspect
  readonly settings: FunctionSettings
  readonly requests: readonly NamedRequest[]
  readonly config: BundledConfig
  /** Proposed `columns` of CSV files, by file. */
  readonly columns: Readonly<Record<string, Readonly<Record<string, string>>>>
  readonly asJson: boolean
}

/** Inspects requests and prints each as it is done, then what only all of them tell; or everything as one document. */
export async function printInspections(run: InspectionRun, screen: Screen): Promise<Inspection[]> {
  const { inspect, settings, requests, config, columns, asJson } = run
  const bodies: InspectedBody[] = []
  for (const { file, ...request } of requests) {
    screen.progress(`${bodies.length} of ${requests.length} bodies`)
    const inspection = await inspect(request, settings)
    refuseSettings(inspection)
    bodies.push({ file, inspection })
    screen.progress('')
    if (!asJson) screen.print(`${inspectionText(file, inspection, screen)}\n`)
  }
  screen.progress('comparing guests')
  const guests = await splitGuests(bodies, async (body, changed) => {
    return inspect(requests[body] ?? { body: '' }, { ...settings, ...changed })
  })
  screen.progress('')
  const inspections = bodies.map(({ inspection }) => inspection)
  const taken = mappedNames(
    config.mappings,
    events.map(({ name }) => name),
  )
  const mappings = suggestMappings(inspections, events, taken)
  if (asJson) printJson(screen, { bodies: bodies.map(flat), guests, mappings, columns })
  else {
    printEnd(guests, mappings, config, screen)
    for (const [file, own] of Object.entries(columns)) screen.print(`${columnsText(file, own, screen)}\n`)
  }
  return inspections
}

function printEnd(
  guests: readonly CuredGuest[],
  mappings: SuggestedMappings,
  config: BundledConfig,
  screen: Screen,
): void {
  for (const guest of guests) screen.print(`${splitGuestText(guest, screen)}\n`)
  if (Object.keys(mappings).length > 0) screen.print(mappingsText(mappings, hasMappings(config), screen))
}

/** The function checks its settings before it looks at a body; here a wrong one is the user's mistake. */
function refuseSettings({ error }: Inspection): void {
  if (error?.name === 'ValidationError') throw new UserError(`--setting: ${error.message}`, 2)
}

function flat({ file, inspection }: InspectedBody) {
  return { file, ...inspection }
}
