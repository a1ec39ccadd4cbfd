import type { SegmentCall } from '../../../build/runtime'
import type { Fault } from './faults'

/** The accepted calls and the planned faults. */
export interface Intake {
  readonly accepted: SegmentCall[]
  received(): SegmentCall[]
  /** Makes the next `times` requests fail. Several faults happen in the order of planning. */
  fail(fault: Fault, times?: number): void
  /** Refuses, like Segment, every later batch that contains this message id. */
  refuse(messageId: string): void
  /** Removes all faults. */
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
