import { eventNameRun } from './event-name-run'
import { sender, trackCall } from './run'

const send = sender()
const { nameOf, rejectionOf } = eventNameRun(send)
const guest = { userId: 'U-1' }

describe('an unknown type', () => {
  test('is rejected, with the type as JSON and what to do', async () => {
    expect(await rejectionOf({ type: 'FOO_BAR' })).toBe(
      'event[0].type: expected a Paytronix event type, received "FOO_BAR"; add it to eventAliases or set unknownEvents to "track"',
    )
  })

  test('is missing in an event without one', async () => {
    expect(await rejectionOf({})).toMatch(/^event\[0\]\.type: expected a Paytronix event type, received none/)
  })

  test.each<[type: string, shown: string | undefined, reason: string]>([
    ['Check', 'Check', 'half a name'],
    ['Check-In 2', 'Check-In 2', 'more than a name'],
    ['CheckIns', 'CheckIns', 'more than a name'],
    ['', undefined, 'blank'],
    ['!!!', undefined, 'no letter or digit'],
    ['__proto__', '__proto__', 'a name of the prototype'],
    ['constructor', 'constructor', 'a name of the prototype'],
    ['toString', 'toString', 'a name of the prototype'],
    ['hasOwnProperty', 'hasOwnProperty', 'a name of the prototype'],
    ['Café "X"\n', 'Café "X"', 'shown as JSON, without white space around it'],
    ['ｃｈｅｃｋｉｎ', 'ｃｈｅｃｋｉｎ', 'letters of another width'],
    ['1', '1', 'a digit'],
  ])('%j is no documented one: %s', async (type, shown) => {
    const received = shown === undefined ? 'none' : JSON.stringify(shown)
    expect(await rejectionOf({ type })).toContain(`received ${received};`)
  })

  test.each([
    ['it fits with its quotes', 'x'.repeat(98), `"${'x'.repeat(98)}"`],
    ['the closing quote is the 101st', 'x'.repeat(99), `"${'x'.repeat(99)}`],
    ['letters of two code units', '𝒟'.repeat(100), `"${'𝒟'.repeat(99)}`],
    ['an emoji at the end', `${'x'.repeat(98)}😀😀`, `"${'x'.repeat(98)}😀`],
  ])('is shown with at most 100 characters, none of them torn: %s', async (_, type, shown) => {
    expect(await rejectionOf({ type })).toContain(`received ${shown};`)
  })

  test.each([
    ['No Such Event', 'No Such Event'],
    ['  FOO_BAR ', 'FOO_BAR'],
    ['constructor', 'constructor'],
    ['__proto__', '__proto__'],
    ['Éclair 🎂', 'Éclair 🎂'],
  ])('%j is tracked as %j when the setting says so, with the shared properties only', async (type, name) => {
    const event = {
      type,
      ...guest,
      store_code: '07',
      session_id: 's',
      amount: 5,
      check_number: '9',
      survey_code: 'x',
      result: 'ok',
    }
    const outcome = await send(event, { settings: { unknownEvents: 'track' } })
    expect(outcome).toMatchObject({ status: 'ok', warnings: [], errors: [] })
    expect(outcome.calls).toEqual([trackCall(name, { userId: 'U-1', properties: { store_code: '07', result: 'ok' } })])
  })

  test('that is long is tracked under its whole name', async () => {
    const type = '𝒟'.repeat(100)
    expect(await nameOf({ type }, { unknownEvents: 'track' })).toBe(type)
  })

  test('identifies the guest, though not as a profile event', async () => {
    const event = { type: 'FOO', ...guest, firstName: 'Dana' }
    const types = async (identify: string) => {
      const { calls } = await send(event, { settings: { unknownEvents: 'track', identify } })
      return (calls as { type: string }[]).map(({ type }) => type) // whole calls are looked at elsewhere
    }
    expect([await types('always'), await types('profile')]).toEqual([['identify', 'track'], ['track']])
  })

  test('still needs a name and somebody', async () => {
    const settings = { unknownEvents: 'track' }
    expect(await rejectionOf({}, settings)).toContain('received none')
    const outcome = await send({ type: 'FOO' }, { settings })
    expect(outcome).toMatchObject({ status: 'rejected', error: { name: 'InvalidEventPayload' } })
  })

  test('leaves documented types their names', async () => {
    expect(await nameOf({ type: 'check_in' }, { unknownEvents: 'track' })).toBe('Check-In')
  })
})
