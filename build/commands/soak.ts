import { buildFunction } from '../bundle/built-function'
import { type Context, defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { wholeNumber } from '../cli/whole-number'
import type { Part, SoakOptions } from '../soak/part'
import { parts } from '../soak/parts'
import { greatestSeed } from '../soak/random'
import { soakText } from '../soak/report'
import { leastPerGuest, mostEvents } from '../soak/timeline'
import { UserError } from '../system/errors'

const usualEvents = 100_000
const usualGuests = 5_000

const partNames = parts.map(({ name }) => name).join(', ')

/** Tries the built function at scale. */
export const soak = defineCommand({
  name: 'soak',
  summary: 'try the built function at scale: repeated, late, damaged and interrupted deliveries',
  arguments: { name: 'part', summary: `what to try: ${partNames}; all of it unless given` },
  options: {
    seed: { kind: 'text', value: 'number', summary: 'repeat the run of this seed; each has its own unless given' },
    events: { kind: 'text', value: 'number', summary: 'events to make up; 100,000 unless given' },
    guests: { kind: 'text', value: 'number', summary: 'guests to whom they happen; 5,000 unless given' },
    json,
  },
  examples: ['npm run soak', 'npm run soak -- --events 3000 --guests 200 --seed 7'],
  async run(given, names, { screen, time }) {
    const chosen = chosenParts(names)
    const options = readOptions(given, time)
    // Told at once, so that a run that does not end can be repeated too.
    screen.note(`seed ${options.seed}`)
    const { code } = await buildFunction()
    const results: Record<string, object> = {}
    let failed = false
    for (const part of chosen) {
      const result = await part.run(code, options, { progress: screen.progress, time })
      results[part.name] = { ...result.figures, discrepancies: result.found }
      failed ||= result.found.count > 0
      if (!given.json) screen.print(soakText(part, result, options, screen))
    }
    if (given.json) printJson(screen, { seed: options.seed, failed, ...results })
    return failed ? 1 : 0
  },
})

function chosenParts(names: readonly string[]): readonly Part[] {
  const unknown = names.find((name) => parts.every((part) => part.name !== name))
  if (unknown !== undefined) throw new UserError(`there is no part ${unknown}; the parts are ${partNames}`, 2)
  return names.length === 0 ? parts : parts.filter(({ name }) => names.includes(name))
}

function readOptions(
  given: Readonly<Record<keyof SoakOptions, string | undefined>>,
  time: Context['time'],
): SoakOptions {
  const seed = wholeNumber('seed', given.seed, { least: 0, most: greatestSeed }) ?? time.now() % greatestSeed
  const events = wholeNumber('events', given.events, { least: leastPerGuest, most: mostEvents }) ?? usualEvents
  const guests = wholeNumber('guests', given.guests, { least: 1, most: mostEvents }) ?? usualGuests
  if (events >= guests * leastPerGuest) return { seed, events, guests }
  throw new UserError(
    `${events} events are too few for ${guests} guests: give --guests ${Math.floor(events / leastPerGuest)} or fewer`,
    2,
  )
}
