import { fitsCall, usable } from '../../shared/read/identity'
import type { Step } from '../../shared/read/trace'
import type { SegmentCall } from '../runtime'
import type { FoundValue, InspectedIdentity, InspectedSource } from './inspection'
import { type Evidence, originsOf } from './origins'

type Tried = Step & { readonly step: 'userId' }

const propertyOfKind: Readonly<Record<string, string>> = {
  card: 'printed_card_number',
  account: 'account_id',
  email: 'email',
  phone: 'phone',
}

/** Whom an event is about, and what told. */
export function identityOf(
  steps: readonly Step[],
  calls: readonly SegmentCall[],
  evidence: Evidence,
): InspectedIdentity {
  const tried = steps.filter((step): step is Tried => step.step === 'userId')
  const known = (name: string) => usable(textOf(evidence.works.get(name)?.result?.value) ?? undefined) ?? null
  return {
    userId: idIn(calls, 'userId'),
    anonymousId: idIn(calls, 'anonymousId'),
    sources: tried.map((step) => sourceOf(step, evidence)),
    anonymousOf: anonymousOf(steps, evidence),
    guest: {
      merchant: known('merchant_id'),
      account: known('account_id'),
      card: known('printed_card_number'),
    },
  }
}

function idIn(calls: readonly SegmentCall[], name: 'userId' | 'anonymousId'): string | null {
  return calls.map((call) => textOf(call[name])).find((id) => id !== null) ?? null
}

function sourceOf({ source, property, id }: Tried, evidence: Evidence): InspectedSource {
  const work = evidence.works.get(property.name)
  const value = textOf(work?.result?.value)
  const isUnreadable = work?.reads.some((read) => read.value === undefined) ?? false
  const verdict = id === undefined ? unusable(value, isUnreadable) : 'used'
  return { source, verdict, value, origins: value === null ? [] : originsOf(property.name, evidence) }
}

function unusable(value: string | null, isUnreadable: boolean): InspectedSource['verdict'] {
  if (value === null) return isUnreadable ? 'unreadable' : 'absent'
  return fitsCall(value) ? 'a placeholder' : 'too long'
}

function anonymousOf(steps: readonly Step[], evidence: Evidence): (FoundValue & { kind: string }) | null {
  for (const step of steps) {
    if (step.step !== 'anonymousId') continue
    const name = propertyOfKind[step.kind] ?? step.kind
    return { kind: step.kind, value: step.id, origins: originsOf(name, evidence) }
  }
  return null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
