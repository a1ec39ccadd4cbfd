import { faults } from '../../fakes/segment-api'
import { configWith, settingsWith, steady, useWorkspace } from '../segment-api/workspace'

const other = () => configWith({}, { eventAliases: { ACCRUAL: 'Add/Redeem' } })

describe('where Segment leaves out all optional members', () => {
  const sparse = useWorkspace({ answers: 'sparse' })

  test('deploying works, and what was not compared is told', async () => {
    expect(await sparse().command('deploy --yes')).toMatchObject({ code: 0, stderr: '' })
    sparse().writes()
    const { code, stdout } = await sparse().command('plan --json')
    expect({ code, notes: JSON.parse(stdout).notes }).toEqual({
      code: 0,
      notes: [
        'Segment does not return the definitions of the settings, the description of the function: not compared',
        'Segment does not say whether the saved code is deployed; --redeploy deploys it again',
        'Segment does not return the name of the source: not compared',
        'Segment does not return the settings of the source: not compared',
        'sharedSecret was not compared, because Segment does not show it; --secrets sends it',
      ],
    })
    expect(await sparse().command('deploy')).toMatchObject({ code: 0 })
    expect(sparse().writes()).toEqual([])
  })

  test('new code and the settings of --secrets are sent', async () => {
    await sparse().command('deploy --yes')
    sparse().writes()
    const { code, stdout } = await sparse().command('deploy --yes --secrets', { config: other() })
    expect(code).toBe(0)
    expect(stdout).toContain('verified: Segment has what the repository says, and does not say whether it runs it')
    expect(sparse().writes().map(steady)).toEqual([
      'PATCH /functions/sfnc_<id>',
      'POST /functions/sfn_<id>/deploy',
      'PATCH /sources/<id>',
    ])
  })

  test.each(['status', 'rollback', 'pull', 'rollback --previous --yes', 'destroy --yes'])('%s works', async (line) => {
    await sparse().command('deploy --yes')
    await sparse().command('deploy --yes', { config: other() })
    expect((await sparse().command(line)).code).toBe(0)
  })
})

describe('where lists have odd items', () => {
  const odd = useWorkspace({ answers: 'odd' })

  test('deploying twice works, and the second time writes nothing', async () => {
    expect((await odd().command('deploy --yes')).code).toBe(0)
    odd().writes()
    expect((await odd().command('deploy')).code).toBe(0)
    expect(odd().writes()).toEqual([])
  })

  test.each(['plan', 'status', 'rollback', 'pull', 'rollback --previous --yes'])('%s works', async (line) => {
    await odd().command('deploy --yes')
    await odd().command('deploy --yes', { config: other() })
    expect((await odd().command(line, { config: other() })).code).toBe(0)
  })
})

describe('what is not an answer of Segment', () => {
  const workspace = useWorkspace()

  test.each([
    [
      'a page of a proxy',
      faults.htmlPage,
      'GET /: 502 with a page "502 Bad Gateway", probably from a proxy and not from',
    ],
    ['a cut answer', faults.cutAnswer, 'was cut off; check the network'],
    [
      'a redirect',
      faults.redirect,
      'GET /: redirected to login.example (302), which is not followed, because only 127.',
    ],
  ])('%s is told as such', async (_, fault, message) => {
    workspace().segment.fail('GET /', fault, 9)
    const { code, stderr } = await workspace().command('deploy --yes')
    expect({ code, writes: workspace().writes() }).toEqual({ code: 1, writes: [] })
    expect(stderr.split('error: ')[1]).toContain(message)
  })
})

describe('another merchantId', () => {
  const workspace = useWorkspace()
  const config = () => configWith(settingsWith({ merchantId: '2000' }))

  test('of a deployed source stops the deployment, unless --yes-change-ids permits it', async () => {
    await workspace().command('deploy --yes')
    workspace().writes()
    const { code, stderr } = await workspace().command('deploy --yes', { config: config() })
    expect({ code, stderr, writes: workspace().writes() }).toEqual({
      code: 1,
      stderr:
        'error: merchantId of a deployed source would change, and with it the ids of guests and events; then deploy with --yes-change-ids; nothing was written\n',
      writes: [],
    })
    expect((await workspace().command('deploy --yes --yes-change-ids', { config: config() })).code).toBe(0)
  })

  test('of a source that was never deployed is sent', async () => {
    workspace().segment.fail('POST /functions/{functionId}/deploy', faults.failure(400), 1)
    expect((await workspace().command('deploy --yes')).code).toBe(1)
    expect((await workspace().command('deploy --yes', { config: config() })).code).toBe(0)
  })
})
