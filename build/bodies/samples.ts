import { existsSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { events } from '../../functions/events'
import { foldName } from '../../shared/json/keys'
import { UserError } from '../system/errors'

/** The names under which an event's samples are found. */
export interface NamedEvent {
  readonly name: string
  readonly aliases: readonly string[]
}

/** The sample bodies in a directory, in the order of the events. `*.expected.json` files are not bodies. */
export function sampleFiles(directory: string): string[] {
  if (!existsSync(directory)) return []
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.json') && !file.endsWith('.expected.json'))
    .sort((one, other) => placeOf(one) - placeOf(other) || (one < other ? -1 : 1))
    .map((file) => path.join(directory, file))
}

/** Samples are in folders named after their events. Samples in other folders come last. */
function placeOf(file: string): number {
  const [folder = ''] = file.split(path.sep)
  const place = events.findIndex(({ name }) => foldName(name) === foldName(folder))
  return place === -1 ? events.length : place
}

/** The samples of one event: their directory or file has its name. */
export function samplesOf(event: NamedEvent, directory: string): string[] {
  const spellings = spellingsOf(event)
  return sampleFiles(directory).filter((file) => {
    const names = path
      .relative(directory, file)
      .replace(/\.json$/, '')
      .split(path.sep)
    return names.some((name) => spellings.includes(foldName(name)))
  })
}

/**
 * Finds an event by its name or alias, in any spelling. `eventAliases` of the configuration map spelling → event name.
 * @throws UserError that lists the event names, when there is no such event.
 */
export function eventNamed(
  spelling: string,
  events: readonly NamedEvent[],
  eventAliases: Readonly<Record<string, string>>,
  option = '--event',
): NamedEvent {
  const aliased = Object.entries(eventAliases).find(([alias]) => foldName(alias) === foldName(spelling))
  const name = foldName(aliased?.[1] ?? spelling)
  const event = events.find((one) => spellingsOf(one).includes(name))
  if (event !== undefined) return event
  throw new UserError(
    `${option}: unknown event ${JSON.stringify(spelling)}; expected one of ${events.map((one) => one.name).join(', ')}`,
    2,
  )
}

function spellingsOf({ name, aliases }: NamedEvent): string[] {
  return [name, ...aliases].map(foldName)
}
