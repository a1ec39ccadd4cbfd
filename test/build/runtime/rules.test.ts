import { rules } from '../../../build/runtime'
import { rulesWith } from '../../../build/runtime/rules'

test('every rule but the leak holds unless switched', () => {
  const off = Object.entries(rulesWith()).filter(([, holds]) => !holds)
  expect(off).toEqual([['leakAfterThrow', false]])
  expect(Object.keys(rulesWith())).toEqual(Object.keys(rules))
})

test('a switched rule changes alone', () => {
  expect(rulesWith({ ingest: false })).toEqual({ ...rulesWith(), ingest: false })
})
