import { createColors } from 'picocolors'
import { destinations } from '../../../build/destinations'
import type { CallOutcome, Fired } from '../../../build/destinations/runner/trial'
import { type CallResult, summaryOf } from '../../../build/destinations/summary'
import { summaryText } from '../../../build/render/destinations'

const braze = destinations.find(({ slug }) => slug === 'braze')
const iterable = destinations.find(({ slug }) => slug === 'iterable')
if (braze === undefined || iterable === undefined) throw new Error('both are there')

const request = { method: 'POST', url: 'https://x.example', headers: {}, body: {} }
const fired = (subscription: string, changes: Partial<Fired> = {}): Fired => ({
  ...{ subscription, action: 'send', requests: [request], error: null },
  ...changes,
})
const result = (type: 'track' | 'identify', some: readonly Fired[], userId?: string): CallResult => {
  const outcome: CallOutcome = { fired: some, lost: [], error: null }
  return { call: { type, messageId: 'm', ...(userId !== undefined && { userId }) }, outcome }
}

const view = { width: 80, colors: createColors(false) }

test.each([
  [
    'all arrives, with consent',
    braze,
    'ready',
    [result('identify', [fired('Guests')], '1'), result('track', [fired('Events'), fired('Email opt-in')], '1')],
    'Braze: 1 of 1 event, 1 of 1 profile, consent ✓, 1 input to fill in',
  ],
  [
    'no registration says yes or no',
    braze,
    'ready',
    [result('track', [fired('Events')], '1')],
    'Braze: 1 of 1 event, 0 of 0 profiles, 1 input to fill in',
  ],
  [
    'consent is refused',
    braze,
    'ready',
    [result('track', [fired('Events'), fired('SMS opt-in', { requests: [], error: 'no' })], '1')],
    'Braze: 1 of 1 event, 0 of 0 profiles, consent ✗, 1 call refused,\n  1 input to fill in',
  ],
  [
    'by default there is no state',
    braze,
    'default',
    [result('track', [fired('Track Calls')], '1')],
    'Braze: 1 of 1 event, 0 of 0 profiles, no consent state',
  ],
  [
    'a card alone is not sent, nor is what a subscription keeps to itself',
    iterable,
    'ready',
    [result('track', []), result('track', [fired('Events', { requests: [] })], '1')],
    'Iterable: 0 of 2 events (1 without a user id), 0 of 0 profiles, no consent state',
  ],
] as const)('%s', (_, destination, mode, results, expected) =>
  expect(summaryText(destination, summaryOf(destination, mode, results), view)).toBe(expected),
)
