import { Readable } from 'node:stream'
import { configWith, settingsWith } from '../segment-api/workspace'
import { useDeployment } from './use-deployment'

const { workspace, savedFunction, calls, deployed } = useDeployment()

describe('what only a person can decide stops it before anything is written', () => {
  test.each<[string, () => void, object, RegExp]>([
    [
      'two functions of the name',
      () => {
        for (const _ of [1, 2]) workspace().segment.app.addFunction({ displayName: 'Paytronix (dev)', code: '//' })
      },
      {},
      /^error: the workspace has 2 source functions named "Paytronix \(dev\)"/,
    ],
    [
      'a slug that is taken',
      () => {
        const other = workspace().segment.app.addFunction({ displayName: 'Other', code: '//' })
        workspace().segment.app.addInstance(other, { slug: 'paytronix_dev', name: 'Other' })
      },
      {},
      /^error: the source "paytronix_dev" exists but does not belong to the function/,
    ],
    [
      'an unknown zone',
      () => undefined,
      settingsWith({ timeZone: 'Mars/Base' }),
      /^error: segment\.config\.json: environments\.dev\.settings\.timeZone: expected an IANA time zone/,
    ],
    [
      'an unknown zone from the environment',
      () => undefined,
      settingsWith({ timeZone: { env: 'PAYTRONIX_SHARED_SECRET' } }),
      /^error: settings: timeZone: expected an IANA time zone/,
    ],
    [
      'a setting from a variable that is not set',
      () => undefined,
      settingsWith({ merchantId: { env: 'MERCHANT' } }),
      /^error: the setting merchantId needs MERCHANT, which is not set/,
    ],
  ])('%s', async (_, prepare, environment, message) => {
    prepare()
    const { code, stdout, stderr } = await workspace().command('deploy --yes', { config: configWith(environment) })
    expect({ code, stdout, calls: calls() }).toEqual({ code: 1, stdout: '', calls: [] })
    expect(stderr).toMatch(message)
  })

  test('a source that is connected to another tracking plan', async () => {
    await deployed()
    const { code, stderr } = await workspace().command('deploy --yes', {
      config: configWith({ trackingPlan: { name: 'Other' } }),
    })
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toMatch(/^error: the source is connected to a tracking plan other than "Other"/)
  })
})

describe('consent', () => {
  test.each([
    [['y\n'], 0, ''],
    [['Yes\n'], 0, ''],
    [['n\n'], 1, 'Nothing was changed.\n'],
    [['\n'], 1, 'Nothing was changed.\n'],
    [[], 1, '\nNothing was changed.\n'],
  ])('the answer %j ends with %j', async (lines: string[], expected, note) => {
    const { code, stderr } = await workspace().command('deploy', { stdin: Readable.from(lines), isTTY: true })
    expect({ code, isWritten: calls().length > 0 }).toEqual({ code: expected, isWritten: expected === 0 })
    expect(stderr.split('[y/N] ')[1]?.split('\r')[0]).toBe(note)
  })

  test('is asked for again when the function was edited meanwhile', async () => {
    await deployed()
    const config = configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })
    const { id = '', versions = [] } = savedFunction() ?? {}
    async function* answer() {
      workspace().segment.app.editCode(id, `${versions.at(-1)?.code}// mine\n`)
      yield 'y\n'
    }
    const { code, stderr } = await workspace().command('deploy', {
      config,
      stdin: Readable.from(answer()),
      isTTY: true,
    })
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: [] })
    expect(stderr).toContain('the workspace changed since the question; run the command again')
  })

  test.each(['deploy', 'deploy --json'])('%s without a terminal needs --yes', async (line) => {
    const { code, stderr } = await workspace().command(line)
    expect({ code, stderr, calls: calls() }).toEqual({
      code: 2,
      stderr: 'error: cannot ask for confirmation here; add --yes to go on without it\n',
      calls: [],
    })
  })

  test.each(['deploy --dry-run', 'deploy --dry-run --yes'])('%s writes nothing', async (line) => {
    const { code, stdout } = await workspace().command(line)
    expect({ code, calls: calls() }).toEqual({ code: 0, calls: [] })
    expect(stdout).toMatch(/\nNothing was changed: this was a dry run of 6 steps\.\n$/)
  })
})

describe('wrong use', () => {
  test.each<[string, Record<string, string>, number, RegExp]>([
    ['no token', { SEGMENT_TOKEN: '' }, 1, /^error: SEGMENT_TOKEN is not set; create a token in Segment/],
    ['a token with a line break', { SEGMENT_TOKEN: 'a\nb' }, 1, /^error: SEGMENT_TOKEN contains characters/],
    [
      'an address that is none',
      { SEGMENT_API_URL: 'ftp://x' },
      1,
      /^error: SEGMENT_API_URL: expected an https address/,
    ],
    [
      'an address with a user',
      { SEGMENT_API_URL: 'http://user:hunter2@127.0.0.1:9' },
      1,
      /^error: SEGMENT_API_URL: expected an https address \(or http on this machine\) without user and query; correct it/,
    ],
    [
      'an address to which the token would go unencrypted',
      { SEGMENT_API_URL: 'http://localhost.example:9' },
      1,
      /^error: SEGMENT_API_URL: expected an https address \(or http on this machine\)/,
    ],
    [
      'a wrong token',
      { SEGMENT_TOKEN: 'wrong' },
      1,
      /^error: GET \/: Segment answered 401, .*check SEGMENT_TOKEN and the/,
    ],
  ])('%s', async (_, env, expected, message) => {
    const { code, stdout, stderr } = await workspace().command('deploy --yes', { env })
    expect({ code, stdout }).toEqual({ code: expected, stdout: '' })
    expect(stderr).toMatch(message)
  })
})
