import { isoDay, isoInstant } from '../../../shared/json/iso'

test.each<[moment: string, reason: string]>([
  ['1970-01-01T00:00:00.000Z', 'where epoch milliseconds begin'],
  ['1969-12-31T23:59:59.999Z', 'before the epoch'],
  ['0001-01-01T00:00:00.000Z', 'a year of one digit'],
  ['2000-02-29T01:02:03.004Z', 'a leap day'],
  ['2025-07-18T23:59:59.099Z', 'a fraction with a leading zero'],
  ['2100-12-31T10:11:12.987Z', 'the last day of the last year that is read'],
])('%s is written as the engine writes it: %s', (moment) => {
  expect(isoInstant(Date.parse(moment))).toBe(moment)
  expect(isoDay(Date.parse(moment))).toBe(moment.slice(0, 10))
})
