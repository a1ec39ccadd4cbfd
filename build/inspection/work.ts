import { isObject, type JsonObject, unwrap } from '../../shared/json/values'
import { isUsableAsKey } from '../../shared/privacy/never-emitted'
import type { Step } from '../../shared/read/trace'

/** A member that was taken out of a small object, such as a wallet's balance. */
export interface Pick {
  readonly object: JsonObject
  readonly key: string
  /** What it is there: `balance`, whatever the key. */
  readonly field: string
  readonly value: unknown
}

/** One try at a value. */
export interface Read {
  readonly sent: unknown
  /** What the normaliser made of it; undefined when it is unreadable. */
  readonly value: unknown
  readonly picks: readonly Pick[]
}

/** What the function did for the value of one property. */
export interface Work {
  readonly reads: Read[]
  /** What it took out of objects beside the reads. */
  readonly picks: Pick[]
  /** The other properties that it asked for. */
  readonly asked: string[]
  /** Its value in the end. A source, such as the time, is only read, and has none. */
  result: { readonly value: unknown } | undefined
}

/** The work on each property of an event, by the property's name. */
export type Works = ReadonlyMap<string, Work>

/** Puts steps of the work on an event in the order of the properties that they were taken for. */
export function worksOf(steps: readonly Step[]): Works {
  const works = new Map<string, Work>()
  const workOn = (name: string): Work => {
    const work = works.get(name) ?? { reads: [], picks: [], asked: [], result: undefined }
    works.set(name, work)
    return work
  }
  /** The properties under way, the innermost last, each with what was taken out for it so far. */
  const open: Open[] = []
  for (const step of steps) {
    const current = open.at(-1)
    if (step.step === 'get') begin(step, current && workOn(current.name), open)
    else if (step.step === 'read') {
      const { sent, value } = step
      workOn(step.property.name).reads.push({ sent, value, picks: current?.picks.splice(0) ?? [] })
    } else if (step.step === 'got') finish(workOn(step.property.name), step.value, open)
    else current?.picks.push(...picksOf(step))
  }
  return works
}

interface Open {
  readonly name: string
  readonly picks: Pick[]
}

function begin({ property, known }: Step & { step: 'get' }, asking: Work | undefined, open: Open[]): void {
  asking?.asked.push(property.name)
  if (known === undefined) open.push({ name: property.name, picks: [] })
}

function finish(work: Work, value: unknown, open: Open[]): void {
  work.result = { value }
  work.picks.push(...(open.pop()?.picks ?? []))
}

/** All that was taken out of objects, for whatever it served. */
export function allPicks(works: Works): Pick[] {
  return [...works.values()].flatMap(({ reads, picks }) => [...reads.flatMap((read) => read.picks), ...picks])
}

function picksOf(step: Step): Pick[] {
  if (step.step === 'keyed') return keyedPicks(step.object, step.walletsAt)
  if (step.step !== 'pick') return []
  const values = new Map<string, unknown>(Object.entries(step.picked))
  return Object.entries(step.best).flatMap(([field, best]) =>
    best === undefined ? [] : [{ object: step.object, key: best.raw, field, value: values.get(field) }],
  )
}

/** Scalars by code; what is taken out of wallet objects is reported by itself. */
function keyedPicks(object: JsonObject, walletsAt: (key: string) => readonly object[]): Pick[] {
  const keys = Object.keys(object).filter((key) => isUsableAsKey(key) && !isObject(unwrap(object[key])))
  return keys.flatMap((key) =>
    walletsAt(key)
      .flatMap((wallet) => Object.entries(wallet))
      .filter(([field]) => field !== 'wallet_code')
      .map(([field, value]) => ({ object, key, field, value })),
  )
}
