import { faults } from '../../fakes/segment-api'
import { useDeployment } from './use-deployment'

const { workspace, codes, calls, deployed } = useDeployment()

describe('faults', () => {
  test.each([
    ['429 with a header', faults.rateLimited({ retryAfter: 7 }), [7000]],
    ['429 with a body only', faults.rateLimited({ msBeforeNext: 1500 }), [1500]],
    ['429 with a date', faults.rateLimited({ retryAfter: 'Sun, 04 May 2031 12:00:09 GMT' }), [9000]],
    ['a cut answer', faults.cutAnswer, []],
    ['an answer that is cut after the work was done', faults.afterwards(faults.cutAnswer), []],
    ['500', faults.failure(500), []],
    ['503', faults.failure(503), []],
    ['a reset', faults.reset, []],
    ['a page of a proxy', faults.htmlPage, []],
    ['an answer that is lost', faults.afterwards(faults.reset), []],
    ['an error after the work was done', faults.afterwards(faults.failure(500)), []],
    ['a page after the work was done', faults.afterwards(faults.htmlPage), []],
  ])('every call failing once with %s delays the first deployment, and no more', async (_, fault, waits) => {
    const { segment, command } = workspace()
    segment.failEveryCallOnce(fault)
    expect((await command('deploy --yes')).code).toBe(0)
    expect([...new Set(workspace().waits)]).toEqual(waits)
    expect({ functions: segment.state.functions.length, sources: segment.state.sources.length }).toEqual({
      functions: 1,
      sources: 1,
    })
    expect({ plans: segment.state.trackingPlans.length, versions: codes()?.length }).toEqual({ plans: 1, versions: 1 })
    workspace().writes()
    expect(await command('deploy')).toMatchObject({ code: 0, stderr: '' })
    expect(calls()).toEqual([])
  })

  test.each([
    ['optional members missing', faults.sparse],
    ['unknown members', faults.verbose],
  ])('answers with %s once do no harm', async (_, fault) => {
    workspace().segment.failEveryCallOnce(fault)
    expect((await workspace().command('deploy --yes')).code).toBe(0)
    expect(codes()).toHaveLength(1)
  })

  test.each(['plan', 'status', 'pull', 'rollback'])('every call of %s failing once is no failure', async (line) => {
    await deployed()
    workspace().segment.failEveryCallOnce(faults.reset)
    expect((await workspace().command(line)).code).toBe(0)
  })

  test('a call that goes on failing is tried six times', async () => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(503), 99)
    const { code, stderr } = await command('deploy --yes')
    expect(code).toBe(1)
    expect(calls()).toEqual(Array(6).fill('POST /functions'))
    expect(stderr).toContain('trying again (5 of 5)')
  })

  test.each([400, 403, 404, 409, 413, 422])('a call that is answered %j is not tried again', async (status) => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(status, 'no such luck'), 99)
    const { code, stderr } = await command('deploy --yes')
    expect(stderr).toMatch(
      new RegExp(`^error: POST /functions: Segment answered ${status}, no such luck.*\\(0 of 6 steps`),
    )
    expect({ code, calls: calls() }).toEqual({ code: 1, calls: ['POST /functions'] })
  })

  test('a function that Segment cannot run is not sent again', async () => {
    const { segment, command } = workspace()
    segment.fail('POST /functions', faults.failure(500, 'function invocation failed: SyntaxError'), 99)
    expect((await command('deploy --yes')).code).toBe(1)
    expect(calls()).toEqual(['POST /functions'])
  })
})
