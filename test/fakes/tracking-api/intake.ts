import type { SegmentCall } from '../../../build/runtime'
import type { Fault } from './faults'

/** What was taken in, and what is to go wrong. */
export interface Intake {
  readonly accepted: SegmentCall[]
  received(): SegmentCall[]
  /** The next `times` requests fail. What is planned one after the other happens in that order. */
  fail(fault: Fault, times?: number): void
  /** From now on a batch with the call of this message id is refused as a whole, as Segment does. */
  refuse(messageId: string): void
  /** Nothing goes wrong any more. */
  recover(): void
  nextFault(): Fault | undefined
  isRefused(call: SegmentCall): boolean
}

export function createIntake(): Intake {
  const accepted: SegmentCall[] = []
  const faults: Fault[] = []
  const refused = new Set<unknown>()
  return {
    accepted,
    received: () => firstOfEachId(accepted),
    fail: (fault, times = 1) => void faults.push(...Array.from({ length: times }, () => fault)),
    refuse: (messageId) => void refused.add(messageId),
    recover() {
      faults.length = 0
      refused.clear()
    },
    nextFault: () => faults.shift(),
    isRefused: ({ messageId }) => refused.has(messageId),
  }
}

function firstOfEachId(calls: readonly SegmentCall[]): SegmentCall[] {
  const byId = new Map<unknown, SegmentCall>()
  for (const call of calls) if (!byId.has(call.messageId)) byId.set(call.messageId, call)
  return [...byId.values()]
}
