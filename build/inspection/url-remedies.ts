import type { Attempt } from './attempt'
import type { InspectedEvent } from './inspection'
import type { Remedy } from './remedy'

/** When no text is a type, the webhook's URL can name it. The name of a section may be the type. */
export function urlRemedies({ inspections }: Attempt, isKnownType: (text: string) => boolean): Remedy[] {
  const untyped = inspections.flatMap(({ events }) => events.filter(({ type }) => type.sent === null))
  if (untyped.length === 0) return []
  const [name = ''] = untyped.flatMap(namesIn).filter(isKnownType)
  const example = name === '' ? 'such as ?event=Check-In' : `here ?event=${encodeURIComponent(name)}`
  return [
    {
      id: 'url event',
      kind: 'type',
      text: `No text in the body names the event's type. Give Paytronix one URL for each event, with the type as a parameter: ${example}.`,
      change: null,
      isSure: false,
    },
  ]
}

function namesIn({ remainder: { used, unused } }: InspectedEvent): string[] {
  return [...used, ...unused].flatMap(({ path }) => path.split(/[.[\]"]+/))
}
