import { isoDay, isoInstant } from '../../../shared/json/iso'

test.each<[moment: string]>([
  ['1970-01-01T00:00:00.000Z'],
  ['1969-12-31T23:59:59.999Z'],
  ['0001-01-01T00:00:00.000Z'],
  ['2000-02-29T01:02:03.004Z'],
  ['2025-07-18T23:59:59.099Z'],
  ['2100-12-31T10:11:12.987Z'],
])('%s is written as the engine writes it', (moment) => {
  expect(isoInstant(Date.parse(moment))).toBe(moment)
  expect(isoDay(Date.parse(moment))).toBe(moment.slice(0, 10))
})
