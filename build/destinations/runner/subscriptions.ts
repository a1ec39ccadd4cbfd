import type { Destination, Mapping } from '../destination'
import type { SegmentDestination } from './segment-code'
import type { FullSubscription, Mode } from './trial'

/** The subscriptions of a destination, each with the defaults of its action. */
export function subscriptionsOf(
  destination: Destination,
  code: SegmentDestination,
  mode: Mode,
): readonly FullSubscription[] {
  if (mode === 'ready') return readySubscriptions(destination, code)
  const presets = presetsOf(code)
  return presets.length > 0 ? presets : suggestedSubscriptions(destination, code)
}

function readySubscriptions({ subscriptions }: Destination, code: SegmentDestination): FullSubscription[] {
  return subscriptions.map(({ name, action, trigger, mapping }) => {
    const entries = Object.entries({ ...defaultsOf(code, action), ...mapping })
    return { name, action, trigger, mapping: Object.fromEntries(entries.filter(([, value]) => value !== null)) }
  })
}

/** What Segment sets up by itself when somebody connects the destination. */
function presetsOf({ presets = [] }: SegmentDestination): FullSubscription[] {
  return presets.flatMap(({ type, name, partnerAction, subscribe, mapping }) =>
    type === 'automatic' && subscribe !== undefined
      ? [{ name, action: partnerAction, trigger: subscribe, mapping: mapping ?? {} }]
      : [],
  )
}

/** What Segment suggests when somebody adds an action by hand. */
function suggestedSubscriptions({ suggested = [] }: Destination, code: SegmentDestination): FullSubscription[] {
  return suggested.flatMap((action) => {
    const { title, defaultSubscription } = code.actions[action] ?? {}
    if (title === undefined || defaultSubscription === undefined) return []
    return [{ name: title, action, trigger: defaultSubscription, mapping: defaultsOf(code, action) }]
  })
}

function defaultsOf({ actions }: SegmentDestination, action: string): Mapping {
  const fields = Object.entries(actions[action]?.fields ?? {})
  return Object.fromEntries(
    fields.flatMap(([name, field]) => (field.default === undefined ? [] : [[name, field.default]])),
  )
}
