/**
 * Milliseconds east of UTC for `-0400`, `+05:30`, `-04` or `+00:00:30`. Undefined beyond 18 hours and for other texts.
 */
export function utcOffset(written: string): number | undefined {
  const [, sign, hours, minutes = '0', seconds = '0'] = /^([+-])(\d\d)(?::?([0-5]\d)(?::(\d\d))?)?$/.exec(written) ?? []
  const total = (Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)
  if (sign === undefined || total > 18 * 3600) return undefined
  return (sign === '-' ? -total : total) * 1000
}
