import { createInspect, type Inspect, type InspectedEvent, type Origin } from '../../../build/inspection'

export type Body = Record<string, unknown>
export interface Around {
  readonly settings?: Body
  readonly query?: string
}

export const guest = { event: 'Check-In', accountId: '5' }

/** Inspects bodies with a configuration. To be called once in a file for each configuration. */
export function inspector(config: Parameters<typeof createInspect>[0]) {
  let inspect: Inspect
  beforeAll(async () => {
    inspect = await createInspect(config)
  })
  return (body: unknown, { settings = {}, query = '' }: Around = {}) =>
    inspect({ body: JSON.stringify(body), url: `/?${query}` }, settings)
}

/** Inspects a body that holds one event. */
export const onlyEvent =
  (inspect: ReturnType<typeof inspector>) =>
  async (body: unknown, around?: Around): Promise<InspectedEvent> => {
    const { events: inspected } = await inspect(body, around)
    const [event] = inspected
    if (event === undefined || inspected.length > 1) throw new Error(`${inspected.length} events`)
    return event
  }

export const short = ({ from, path }: Origin) => `${from}:${path}`
