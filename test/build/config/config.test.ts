import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { projectPlaces } from '../../../build/cli/command'
import { readConfig } from '../../../build/config/read-config'
import { isEnvironmentVariable } from '../../../build/config/settings'
import { UserError } from '../../../build/system/errors'
import type { SettingDefinition } from '../../../shared/settings/definitions'
import { directory } from '../../temporary-files'

const file = path.join(directory, 'segment.config.json')

const setting = (name: string, type: SettingDefinition['type'], sensitive = false): SettingDefinition => {
  return { name, type, sensitive, required: false, label: name, description: name }
}

const known = {
  eventNames: ['Check-In', 'Add/Redeem'],
  settings: [
    setting('sharedSecret', 'STRING', true),
    setting('merchantId', 'STRING'),
    setting('strict', 'BOOLEAN'),
    setting('userIdFrom', 'ARRAY'),
    setting('eventNames', 'TEXT_MAP'),
  ],
  refusals: () => [],
}

const prod = { region: 'us', function: 'Paytronix', source: { slug: 'paytronix', name: 'Paytronix' } }
const minimal = { function: { displayName: 'Paytronix' }, environments: { prod } }
const withSettings = (settings: object) => ({ ...minimal, environments: { prod: { ...prod, settings } } })

function read(document: unknown) {
  writeFileSync(file, typeof document === 'string' ? document : JSON.stringify(document))
  return readConfig(known, file)
}

/** The lines of the error, without the file's name. */
function problems(document: unknown, definitions = known): string[] {
  writeFileSync(file, JSON.stringify(document))
  try {
    readConfig(definitions, file)
  } catch (error) {
    if (error instanceof UserError)
      return error.message.split('\n').map((line) => line.replace('segment.config.json: ', ''))
    throw error
  }
  return []
}

test('the defaults of what is left out are empty', () => {
  expect(read(minimal)).toEqual({
    ...minimal,
    eventAliases: {},
    mappings: {},
    environments: { prod: { ...prod, settings: {} } },
  })
})

test('an environment without a name of its function takes the one that all have', () => {
  const { function: _, ...nameless } = prod
  expect(read({ ...minimal, environments: { prod: nameless } }).environments.prod?.function).toBe('Paytronix')
})

test('everything that may be said is kept', () => {
  const full = {
    $schema: './segment.config.schema.json',
    function: { displayName: 'Paytronix', description: 'Loyalty', logoUrl: 'https://example.com/logo.png' },
    eventAliases: { ACCRUAL: 'add redeem', CheckIn: 'Check-In' },
    mappings: { tier: { '@path': '$.tier' } },
    environments: {
      prod: {
        ...prod,
        settings: {
          sharedSecret: { env: 'SECRET' },
          merchantId: '1000',
          strict: true,
          userIdFrom: ['email'],
          eventNames: { 'Check-In': 'Visit' },
        },
        workspace: 'acme',
        trackingPlan: { name: 'Paytronix', exclusive: true },
        disconnectAllWarehouses: true,
      },
      'eu-2': { ...prod, region: 'eu', settings: { merchantId: { env: 'MERCHANT' } } },
    },
  }
  expect(read(full)).toEqual(full)
})

test('the file of the project itself is valid', () => {
  expect(Object.keys(readConfig(known, projectPlaces.config).environments)).toEqual(['dev', 'prod'])
})

test('a byte order mark does no harm', () =>
  expect(read(`\uFEFF${JSON.stringify(minimal)}`).function).toEqual(minimal.function))

test.each([
  ['{\n  "function": {,}\n}', 'segment.config.json:2:16: is not valid JSON: expected a value'],
  ['', 'segment.config.json:1:1: is not valid JSON: expected a value'],
  ['{"a": 1,}', 'segment.config.json:1:8: is not valid JSON: remove the comma before "}"'],
])('%j is not JSON', (text, message) => expect(() => read(text)).toThrow(new UserError(message)))

test('a missing file is a mistake of the user', () => {
  const missing = path.join(directory, 'missing.json')
  expect(() => readConfig(known, missing)).toThrow(
    new UserError(`cannot read ${missing}; run the command in the project directory, or create the file`),
  )
})

const environments = (environment: unknown) => ({ ...minimal, environments: { prod: environment } })

test.each([
  ['no object', [], ['expected an object']],
  ['nothing in it', {}, ['function: is missing', 'environments: is missing']],
  ['no environment', { ...minimal, environments: {} }, ['environments: expected at least one']],
  [
    'an unknown field',
    { ...minimal, mapping: {} },
    [
      'mapping: is not a known field; expected one of "$schema", "function", "eventAliases", "body", "mappings", "environments"',
    ],
  ],
  ['another region', environments({ ...prod, region: 'uk' }), ['environments.prod.region: expected one of "us", "eu"']],
  ['a blank name', environments({ ...prod, function: ' ' }), ['environments.prod.function: must not be blank']],
  [
    'a slug with a space',
    environments({ ...prod, source: { slug: 'a b', name: 'A' } }),
    ['environments.prod.source.slug: expected a slug of letters, digits, "-" and "_", unique in the workspace'],
  ],
  [
    'an environment name with a capital',
    { ...minimal, environments: { Prod: prod } },
    ['environments.Prod: expected a name of lower-case letters, digits, "-" and "_", beginning with a letter'],
  ],
  [
    'a logo that is not https',
    { ...minimal, function: { displayName: 'A', logoUrl: 'http://a' } },
    ['function.logoUrl: expected an https:// address of a logo'],
  ],
  [
    'a setting that is a number',
    withSettings({ merchantId: 1000 }),
    [
      'environments.prod.settings.merchantId: expected a string, true or false, a list of strings, an object of strings, or {"env": "NAME"}',
    ],
  ],
  [
    'several problems',
    environments({ region: 'us', source: { slug: 'a' }, disconnectAllWarehouses: 'yes' }),
    ['environments.prod.source.name: is missing', 'environments.prod.disconnectAllWarehouses: expected a boolean'],
  ],
])('a file with %s is refused', (_, document, expected) => expect(problems(document)).toEqual(expected))

test.each([
  [
    'a secret in plain text',
    { sharedSecret: 'hunter2' },
    'sharedSecret: is a secret, and this file must not hold secrets; name an environment variable: {"env": "NAME"}',
  ],
  [
    'an unknown setting',
    { merchant: '1' },
    'merchant: is not a setting; expected one of "sharedSecret", "merchantId", "strict", "userIdFrom", "eventNames"',
  ],
  ['a string that is a boolean', { merchantId: true }, 'merchantId: expected a string or {"env": "NAME"}'],
  ['a boolean that is a string', { strict: 'yes' }, 'strict: expected true or false'],
  ['a list that is a string', { userIdFrom: 'email' }, 'userIdFrom: expected a list of strings'],
  ['a list from the environment', { userIdFrom: { env: 'A' } }, 'userIdFrom: expected a list of strings'],
  ['an object that is a list', { eventNames: [] }, 'eventNames: expected an object of strings'],
  ['an object from the environment', { eventNames: { env: 'A' } }, 'eventNames: expected an object of strings'],
  ['an object where text is due', { merchantId: { a: 'b' } }, 'merchantId: expected a string or {"env": "NAME"}'],
])('%s is refused', (_, settings, problem) => {
  expect(problems(withSettings(settings))).toEqual([`environments.prod.settings.${problem}`])
})

test('a required setting must be there', () => {
  const required = { ...known, settings: [{ ...setting('merchantId', 'STRING'), required: true }] }
  expect(problems(minimal, required)).toEqual(['environments.prod.settings.merchantId: is missing'])
})

test.each([
  [{ X: 'Chek-In' }, 'X: "Chek-In" is not an event; expected one of "Check-In", "Add/Redeem"'],
  [{ '?!': 'Check-In' }, '["?!"]: a spelling needs at least one letter or digit'],
  [{ 'check in': 'Add/Redeem' }, '["check in"]: already means another event'],
  [{ VISIT: 'Check-In', visit: 'Add/Redeem' }, 'visit: already means another event'],
  [{ constructor: 'Check-In' }, 'constructor: is a reserved name of JavaScript; choose another spelling'],
])('the aliases %j are refused', (eventAliases, problem) => {
  const [line = ''] = problems({ ...minimal, eventAliases })
  expect(line).toBe(`eventAliases${problem.startsWith('[') ? '' : '.'}${problem}`)
})

test('aliases, mappings and settings are all checked', () => {
  const document = { ...withSettings({ strict: 'no' }), eventAliases: { X: 'Y' }, mappings: { pin: 1 } }
  expect(problems(document)).toEqual([
    'eventAliases.X: "Y" is not an event; expected one of "Check-In", "Add/Redeem"',
    'mappings.pin: is never emitted; choose another name',
    'environments.prod.settings.strict: expected true or false',
  ])
})

test.each([
  [{ env: 'NAME' }, true],
  [{ env: 'NAME', other: 'x' }, false],
  [['env'], false],
  ['env', false],
  [true, false],
])('%j is read from the environment: %j', (value, expected) => expect(isEnvironmentVariable(value)).toBe(expected))
