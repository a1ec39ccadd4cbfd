import { answer, created, workspace } from './answers'
import { answerProblems, requestProblems } from './sdk-check'
import { useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const get = (search: string) => ({ method: 'GET', path: '', search, headers: {}, text: '' })

test.each([
  ['GET /functions', '?resourceType=SOURCE&pagination[count]=2&pagination[cursor]=a', []],
  ['GET /functions', '?resourceType=SOURCE&name=x', ['has the query parameter name']],
  ['GET /functions', '', ['lacks the query parameter resourceType']],
  [
    'GET /delivery-overview/failed-on-ingest',
    '?sourceId=1&startTime=2&endTime=3&granularity=HOUR&groupBy.0=discardReason',
    [],
  ],
  ['GET /function', '', ['is not in the SDK']],
])('of the request %s%s it says %j', (route, search, expected) => {
  expect(requestProblems(route, get(search))).toEqual(expected)
})

test.each([
  ['GET /', { workspace: { id: 'w', slug: 's', name: 'N', more: 1 } }, []],
  [
    'GET /',
    { workspace: { id: 'w', slug: 's' } },
    ["is no GetWorkspaceV1Output: data/workspace must have required property 'name'"],
  ],
  [
    'POST /functions/{functionId}/deploy',
    { functionDeployment: { status: 'DONE' } },
    [
      'is no CreateFunctionDeploymentV1Output: data/functionDeployment/status must be equal to one of the allowed values',
    ],
  ],
  ['GET /functions/{functionId}', { function: { deployedAt: null } }, []],
])('of an answer to %s it says what is not as in the SDK: %#', (route, data, expected) => {
  expect(answerProblems(route, { status: 200, body: { data } })).toEqual(expected)
})

test('what this fake answers is as in the SDK, and what it is asked', async () => {
  const { source, plan } = workspace(api())
  await answer(api(), 'POST /functions', created)
  await answer(api(), 'GET /sources')
  await answer(api(), `POST /tracking-plans/${plan.id}/sources`, { sourceId: source.id })
  await answer(api(), `GET /sources/${source.id}/settings`)
  expect(api().violations).toEqual([])
})
