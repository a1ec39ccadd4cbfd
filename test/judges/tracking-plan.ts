import Ajv, { type ValidateFunction } from 'ajv'
import { version as ajvVersion } from 'ajv/package.json'
import { trackingPlanRules } from '../../build/catalog/tracking-plan'
import { events } from '../../functions/events'
import type { SampleCall } from './sample-calls'

/** What judges here, by its name and version. */
export const planJudge = `our tracking plan, by JSON Schema draft-07 and Ajv ${ajvVersion}`

const ajv = new Ajv({ strict: true, allErrors: true })

interface Unplanned {
  readonly what: RegExp
  /** The setting with one of whose values it happens. Absent when it always does. */
  readonly when?: readonly [name: string, ...values: readonly string[]]
  readonly why: string
}

/** What Segment reports, or blocks where a source allows only what is planned. docs/deploying.md tells of each. */
const unplanned: readonly Unplanned[] = [
  {
    what: /^trait wallet_[a-z0-9_]+_(?:balance|label)$/,
    why: 'the name holds the code of a wallet of the merchant',
  },
  {
    what: /^event Order Completed$/,
    when: ['orders', 'track'],
    why: 'the event is Segment’s own, so a shop in the same plan may have a rule for it',
  },
  {
    what: /^event Paytronix Event (?:Received|Rejected)$/,
    when: ['keepBodies', 'all', 'rejected'],
    why: 'bodies are kept for a while, to look at',
  },
  {
    what: /^event (?!Order Completed|Paytronix Event )/,
    when: ['unknownEvents', 'track'],
    why: 'nobody knows the name of an unknown event before it is sent',
  },
]
const used = new Set<Unplanned>()

/** The reasons that no call needed, which should go. */
export function unusedReasons(): string[] {
  return unplanned.filter((row) => !used.has(row)).map(({ why }) => why)
}

/** How a call breaks the rules, what is unplanned with a reason aside. */
export function planProblems({ place, settings, call }: SampleCall, mappedNames: readonly string[] = []): string[] {
  const found = broken(call, rulesFor(settings.eventNames, mappedNames))
  return found.filter((problem) => !isExplained(problem, settings)).map((problem) => `${place}: ${problem}`)
}

function isExplained(problem: string, settings: SampleCall['settings']): boolean {
  const row = unplanned.find(({ what, when: [name = '', ...values] = [] }) => {
    return what.test(problem) && (values.length === 0 || values.some((value) => value === settings[name]))
  })
  if (row !== undefined) used.add(row)
  return row !== undefined
}

function broken(call: SampleCall['call'], rules: ReadonlyMap<string, ValidateFunction>): string[] {
  const { type, ...message } = call
  const validate = rules.get(call.event ?? '')
  if (validate === undefined) return [`event ${call.event}`]
  validate(message)
  const kind = type === 'identify' ? 'trait' : 'property'
  return (validate.errors ?? []).map(({ keyword, params, instancePath, message: text }) =>
    keyword === 'additionalProperties'
      ? `${kind} ${params.additionalProperty}`
      : `${call.event}${instancePath} ${text}`,
  )
}

const compiled = new Map<string, ReadonlyMap<string, ValidateFunction>>()

/** The checks of track calls by the name of the event, and that of identify calls under no name. */
function rulesFor(eventNames: unknown, mappedNames: readonly string[]): ReadonlyMap<string, ValidateFunction> {
  const key = JSON.stringify([eventNames, mappedNames])
  // A case may have a setting that is no map; then the function refuses its request.
  const planned = { mappedNames, eventNames: { ...(eventNames as object) } }
  const rules =
    compiled.get(key) ??
    new Map(trackingPlanRules(events, planned).map((rule) => [rule.key ?? '', ajv.compile(closed(rule.jsonSchema))]))
  compiled.set(key, rules)
  return rules
}

/** The rule's schema, by which what it does not name is wrong, too. */
function closed(schema: object): object {
  const copy = JSON.parse(JSON.stringify(schema))
  const [member] = copy.required
  copy.properties[member].additionalProperties = false
  return copy
}
