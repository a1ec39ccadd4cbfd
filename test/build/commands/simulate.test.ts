import path from 'node:path'
import { directory, file, run } from './run'

const checkIn = { event: 'Check-In', accountId: 5 }
const body = file('body.json', checkIn)

/** The results that `--json` prints, of a body unless other arguments are given. */
async function results(argv: readonly string[], stdin = JSON.stringify(checkIn)) {
  const { code, stdout, stderr } = await run(['simulate', '--json', ...argv], { stdin })
  return { code, stderr, results: JSON.parse(stdout) }
}

/** The calls of the one body on stdin. */
async function calls(argv: readonly string[], stdin: unknown = checkIn) {
  const {
    results: [result],
  } = await results(['-', ...argv], JSON.stringify(stdin))
  return result.calls
}

test('--json has an entry a request, and nothing else is printed', async () => {
  const { code, stderr, results: all } = await results([body, '-'], '{"event":"Foo"}')
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' })
  expect(all).toEqual([
    {
      file: body,
      status: 'ok',
      error: null,
      calls: [
        expect.objectContaining({ type: 'identify', userId: '5', messageId: expect.any(String) }),
        expect.objectContaining({ type: 'track', event: 'Check-In', userId: '5', context: expect.any(Object) }),
      ],
      warnings: [],
      errors: [],
      ms: expect.any(Number),
    },
    {
      file: '-',
      status: 'unsupported',
      error: { name: 'EventNotSupported', message: expect.stringContaining('"Foo"') },
      calls: [],
      warnings: [],
      errors: [],
      ms: expect.any(Number),
    },
  ])
  expect(Object.keys(all[0])).toEqual(['file', 'status', 'error', 'calls', 'warnings', 'errors', 'ms'])
})

test('while --json is silent, a terminal shows how far it is', async () => {
  const { stdout, stderr } = await run(['simulate', '--json', body, body], { isTTY: true })
  expect(JSON.parse(stdout)).toHaveLength(2)
  expect(stderr).toBe('\r\u001b[Krequest 1 of 2 …\r\u001b[Krequest 2 of 2 …\r\u001b[K')
})

test('the totals fit the terminal', async () => {
  const { stdout } = await run(['simulate', body], { columns: 40 })
  expect(stdout).toMatch(/\n\n1 request: 1 ok · 2 calls \(1 identify, 1\ntrack\) · 0 warnings\n$/)
})

test('people get the same, with totals', async () => {
  const { code, stdout } = await run(['simulate', '-', body], { stdin: 'nothing' })
  expect(code).toBe(1)
  expect(stdout).toMatch(/^✗ - {2}rejected\n {2}InvalidEventPayload: body: /)
  expect(stdout).toContain(
    `\n\n✓ ${body}  ok\n\n  Check-In · time of receipt · user 5\n    track\n      account_id   "5"\n      merchant_id  "1000"\n`,
  )
  expect(stdout).toMatch(/\n\n2 requests: 1 rejected, 1 ok · 2 calls \(1 identify, 1 track\) · 0 warnings\n$/)
})

test('an .ndjson file has a body a line, and a bad line does not stop the others', async () => {
  const lines = file('bodies.ndjson', `${JSON.stringify(checkIn)}\r\n\n{"bad\n${JSON.stringify(checkIn)}\n`)
  const { code, results: all } = await results([lines])
  expect(code).toBe(1)
  expect(all.map((one: { file: string; status: string }) => [one.file, one.status])).toEqual([
    [`${lines}:1`, 'ok'],
    [`${lines}:3`, 'rejected'],
    [`${lines}:4`, 'ok'],
  ])
})

test('a byte order mark is no part of a body', async () => {
  const { code } = await results([file('mark.json', `\uFEFF${JSON.stringify(checkIn)}`)])
  expect(code).toBe(0)
})

test('--set and --remove change the body first', async () => {
  const [, track] = await calls(
    ['--set', 'accountId=7', '--set', 'fields.firstName=Ada', '--set', 'items[0].x=1', '--remove', 'fields.lastName'],
    { ...checkIn, fields: { lastName: 'Lovelace' } },
  )
  expect(track).toMatchObject({ userId: '7', properties: { first_name: 'Ada' } })
  expect(track.properties).not.toHaveProperty('last_name')
})

test('--setting and --settings are the function’s settings, the former before the latter', async () => {
  const settings = file('settings.json', { identify: 'never', merchantId: '1' })
  const given = [
    '--setting',
    'merchantId=2',
    '--setting',
    'omit=birthday,account_id',
    '--setting',
    'eventNames.checkin=Visit',
  ]
  const made = await calls(['--settings', settings, ...given])
  expect(made).toEqual([expect.objectContaining({ event: 'Visit', properties: { merchant_id: '2' } })])
})

test('--header reaches the function, and a secret is never printed', async () => {
  const secret = ['--setting', 'sharedSecret=hunter2']
  const refused = await run(['simulate', body, ...secret])
  const accepted = await run(['simulate', body, ...secret, '--header', 'Authorization: Bearer hunter2'])
  expect([refused.code, accepted.code]).toEqual([1, 0])
  expect(JSON.stringify([refused, accepted])).not.toContain('hunter2')
})

test('--query reaches the function', async () => {
  const made = await calls(['--query', 'event=Add/Redeem', '--query', 'other=1'], { accountId: 5 })
  expect(made).toContainEqual(expect.objectContaining({ event: 'Add/Redeem' }))
})

test('--env takes the settings of an environment, its secrets aside, and without it those count that all share', async () => {
  const environment = (name: string, settings: object) => {
    return { region: 'us', function: name, source: { slug: name, name }, settings: { omit: ['channel'], ...settings } }
  }
  const config = file('segment.config.json', {
    function: { displayName: 'Paytronix' },
    environments: {
      dev: environment('dev', { merchantId: '1000' }),
      prod: environment('prod', { merchantId: '2000', sharedSecret: { env: 'SECRET' } }),
    },
  })
  const propertiesWith = async (...argv: string[]) => {
    const stdin = JSON.stringify({ ...checkIn, channel: 'web' })
    const { stdout } = await run(['simulate', '--json', '-', ...argv], { stdin, config, env: { SECRET: 'hunter2' } })
    return JSON.parse(stdout)[0].calls.at(-1).properties
  }
  expect(await propertiesWith('--env', 'prod')).toEqual({ account_id: '5', merchant_id: '2000' })
  expect(await propertiesWith()).toEqual({ account_id: '5' })
  expect(await run(['simulate', '-', '--env', 'nowhere'], { stdin: '{}' })).toEqual({
    code: 2,
    stdout: '',
    stderr: 'error: --env: unknown environment "nowhere"; segment.config.json has dev, prod\n',
  })
})

test('--urlencoded sends the body as form data', async () => {
  expect(await calls(['--urlencoded'])).toEqual(await calls([]))
  const wrongType = await results([body, '--header', 'Content-Type: text/plain'])
  expect(wrongType.results[0]).toMatchObject({ status: 'refused' })
})

test('what Segment would drop is warned of', async () => {
  const {
    results: [result],
  } = await results(['-'], JSON.stringify([checkIn, checkIn]))
  expect(result.status).toBe('ok')
  expect(result.calls).toHaveLength(2)
  expect(result.warnings).toContain('track "Check-In" would be dropped by Segment: duplicate messageId')
})

test('the same event in another request is dropped by nobody', async () => {
  const { results: all } = await results([body, body])
  expect(all.map((one: { warnings: string[] }) => one.warnings)).toEqual([[], []])
})

describe('samples', () => {
  test('without any there is nothing to do', async () => {
    const { code, stderr } = await run(['simulate'])
    expect(code).toBe(1)
    expect(stderr).toBe('error: there are no samples in test/webhooks yet; name a file, or - for stdin\n')
  })

  test('are run when no file is named; what they should give is not', async () => {
    file('samples/check-in/plain.json', checkIn)
    file('samples/check-in/plain.expected.json', [])
    file('samples/add-redeem/plain.json', { event: 'Add/Redeem', accountId: 5 })
    const { code, results: all } = await results([])
    expect(code).toBe(0)
    expect(all.map((one: { file: string }) => path.relative(directory, one.file).replaceAll(path.sep, '/'))).toEqual([
      'samples/check-in/plain.json',
      'samples/add-redeem/plain.json',
    ])
  })

  test.each(['check-in', 'CHECK IN', 'CheckIn'])('--event %j picks those of one event', async (name) => {
    const { results: all } = await results(['--event', name])
    expect(all).toHaveLength(1)
    expect(all[0].calls[0].userId).toBe('5')
  })

  test('--event takes an alias', async () => {
    const { results: all } = await results(['--event', 'accrual/redemption'])
    expect(all.map((one: { file: string }) => path.basename(path.dirname(one.file)))).toEqual(['add-redeem'])
  })

  test('an event may have none', async () => {
    const { code, stderr } = await run(['simulate', '--event', 'referral'])
    expect({ code, stderr }).toEqual({
      code: 1,
      stderr: 'error: there is no sample of Referral in test/webhooks yet; name a file\n',
    })
  })
})
