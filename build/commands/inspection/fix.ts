import path from 'node:path'
import { createTwoFilesPatch } from 'diff'
import { events } from '../../../functions/events'
import { eventNamed } from '../../bodies/samples'
import type { Context } from '../../cli/command'
import { changedFile } from '../../config/change'
import type { Config, ConfigChange } from '../../config/config'
import { writeChange } from '../../config/project-config'
import type { InspectedBody, Remedy } from '../../inspection'
import { diffText } from '../../render/plan'
import { UserError } from '../../system/errors'
import { counted } from '../../system/numbers'

/**
 * Reads each `--alias 'Void Add=Add/Redeem'`.
 * @throws UserError when one has another form, or names no event.
 */
export function aliasChange(aliases: readonly string[], { eventAliases }: Config): ConfigChange {
  const entries = aliases.map((alias) => {
    const [, type = '', event = ''] = /^(.*[^\s=])\s*=\s*([^=]+)$/s.exec(alias.trim()) ?? []
    if (type === '') throw new UserError("--alias: expected the type and the event, such as 'Void Add=Add/Redeem'", 2)
    return [type, eventNamed(event, events, eventAliases, '--alias').name]
  })
  return { eventAliases: Object.fromEntries(entries) }
}

export function withAliases(config: Config, { eventAliases }: ConfigChange): Config {
  return { ...config, eventAliases: { ...config.eventAliases, ...eventAliases } }
}

/** False for a change of nothing. */
export function isChange(change: ConfigChange): boolean {
  return Object.values(change).some((values) => Object.keys(values).length > 0)
}

/** The changes that nobody has to decide. */
export function sureChanges(remedies: readonly Remedy[]): ConfigChange[] {
  return remedies.flatMap(({ isSure, change }) => (isSure && change !== null ? [change] : []))
}

/** Writes changes to the configuration and shows the difference to people. Nothing is written without changes. */
export function fix(
  changes: readonly ConfigChange[],
  { places, screen }: Pick<Context, 'places' | 'screen'>,
  asJson: boolean,
): void {
  const name = path.basename(places.config)
  const print = asJson ? () => undefined : screen.print
  if (changes.length === 0) {
    print(`\n--fix has nothing to mend; ${name} stays as it is.`)
    return
  }
  const { before, after } = changedFile(places.config, changes)
  const patch = createTwoFilesPatch(name, name, before, after, '', '', { context: 2 })
  // The first line only announces the patch.
  print(`\n${diffText(patch.trimEnd().split('\n').slice(2).join('\n'), screen)}\n`)
  writeChange(places.config, changes)
  print(`${screen.colors.green('✓')} wrote ${name}`)
}

/** How many events are accepted before and after, and how many values are found in all of them. */
export function betterText(before: readonly InspectedBody[], after: readonly InspectedBody[]): string {
  return `  before  ${outcomeText(before)}\n  now     ${outcomeText(after)}`
}

function outcomeText(bodies: readonly InspectedBody[]): string {
  const all = bodies.flatMap(({ inspection }) => inspection.events)
  const accepted = all.filter(({ rejection }) => rejection === null)
  const values = all.reduce((sum, { found }) => sum + found.length, 0)
  return `${accepted.length} of ${counted(all.length, 'event')} accepted, ${counted(values, 'value')} found`
}
