import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { readProjectConfig } from '../../../build/config/project-config'
import { UserError } from '../../../build/system/errors'
import { directory } from '../../temporary-files'

jest.unmock('../../../build/config/settings-reader')

const file = path.join(directory, 'segment.config.json')

const source = { slug: 'paytronix', name: 'Paytronix' }

/** What is wrong with the settings of an environment, one line each. */
function problems(settings: object): string[] {
  const environments = { prod: { region: 'us', function: 'Paytronix', source, settings } }
  const mappings = { club: { '@path': '$.loyalty.club' } }
  writeFileSync(file, JSON.stringify({ function: { displayName: 'Paytronix' }, mappings, environments }))
  try {
    readProjectConfig(file)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return error.message.split('\n').map((line) => line.replace('segment.config.json: environments.prod.settings.', ''))
  }
  return []
}

test.each([
  [{}],
  [{ timeZone: 'UTC', identify: 'never', omit: ['birthday', 'club'], userIdFrom: ['email'] }],
  [{ timeZone: { env: 'ZONE' }, sharedSecret: { env: 'SECRET' } }],
  [{ cardNumber: 'hash', eventNames: { 'Check-In': 'Visit' } }],
])('the settings %j are accepted', (settings) => expect(problems(settings)).toEqual([]))

test.each([
  [
    { timeZone: 'Mars' },
    ['timeZone: expected an IANA time zone, such as "America/New_York" or "UTC", received another text'],
  ],
  [
    { identify: 'sometimes', omit: ['brithday'] },
    [
      'identify: expected one of "always", "profile", "never", received another text',
      'omit: expected a list of names of properties or traits, such as "birthday" or "survey_answers", received another text',
    ],
  ],
  [
    { cardNumber: 'hash', userIdFrom: ['printedCardNumber'] },
    ['userIdFrom: expected no "printedCardNumber" while cardNumber is not "plain", received an array of 1'],
  ],
])('the function would refuse %j, so they are refused', (settings, expected) =>
  expect(problems(settings)).toEqual(expected),
)

test("nothing of Segment's stands among the globals of a tool that checks settings", () => {
  problems({ timeZone: 'Mars' })
  expect(globalThis).not.toHaveProperty('ValidationError')
})
