import { answer, invalid, missing, workspace } from './answers'
import { useSegmentApi } from './use-segment-api'

const api = useSegmentApi()
const dimensions = 'eventName, eventType, discardReason, appVersion'
const tooLong = 'is too long after startTime for this granularity'
const tooLongAgo = 'is too long ago for this granularity'
const between = (start: string, end: string, granularity = 'HOUR') => {
  return `startTime=${start}&endTime=${end}&granularity=${granularity}`
}

describe('the delivery overview', () => {
  const range = 'startTime=2031-05-04T08:00:00Z&endTime=2031-05-04T12:00:00Z'
  const overview = (query: string) => `GET /delivery-overview/failed-on-ingest?${query}`

  test('discards are counted by reason and hour', async () => {
    const { source } = workspace(api())
    const other = api().app.addInstance(api().app.addFunction())
    api().app.setDiscards(other.id, [{ count: 100, discardReason: 'internal' }])
    api().app.setDiscards(source.id, [
      { count: 1, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T11:59:59.999Z' },
      { count: 2, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T08:00:00.000Z' },
      { count: 3, discardReason: 'FUNCTION_TIMEOUT', time: '2031-05-04T08:30:00.000Z' },
      { count: 4, discardReason: 'internal' },
      { count: 9, discardReason: 'internal', time: '2031-05-04T12:00:00.000Z' },
    ])
    const query = `sourceId=${source.id}&${range}&granularity=HOUR`
    const [status, data] = await answer(api(), overview(`${query}&groupBy.0=discardReason`))
    const timeouts = [
      { time: '2031-05-04T08:00:00Z', count: 5 },
      { time: '2031-05-04T11:00:00Z', count: 1 },
    ]
    const dataset = [
      { discardReason: 'FUNCTION_TIMEOUT', total: 6, series: timeouts },
      { discardReason: 'internal', total: 4, series: [{ time: '2031-05-04T09:00:00Z', count: 4 }] },
    ]
    const pagination = { current: expect.any(String), totalEntries: 2 }
    expect([status, data]).toEqual([200, { total: 10, dataset, pagination }])
    const [, whole] = await answer(api(), overview(query))
    expect(whole).toEqual(expect.objectContaining({ dataset: [expect.objectContaining({ total: 10 })] }))
  })

  test.each<[string, unknown]>([
    [`${range}&granularity=HOUR`, invalid('sourceId', 'is required')],
    [`sourceId=unknown&${range}&granularity=HOUR`, missing('source')],
    [`sourceId=ID&${range}`, invalid('granularity', 'is required')],
    [`sourceId=ID&${range}&granularity=hour`, invalid('granularity', 'must be one of MINUTE, HOUR, DAY')],
    [`sourceId=ID&${range}&granularity=HOUR&groupBy=discardReason`, invalid('groupBy', 'is not allowed')],
    [`sourceId=ID&${range}&granularity=HOUR&groupBy.0=reason`, invalid('groupBy.0', `must be one of ${dimensions}`)],
    [`sourceId=ID&${between('2031-05-04', '2031-05-05')}`, invalid('startTime', 'must be an ISO 8601 date and time')],
    [
      `sourceId=ID&${between('2031-05-04T09:00:00Z', '2031-05-04T09:00:00Z')}`,
      invalid('endTime', 'must be after startTime'),
    ],
    [`sourceId=ID&${between('2031-04-20T08:59:59Z', '2031-05-04T09:00:00Z')}`, invalid('endTime', tooLong)],
    [`sourceId=ID&${between('2031-04-04T08:00:00Z', '2031-04-05T08:00:00Z')}`, invalid('startTime', tooLongAgo)],
    [`sourceId=ID&${between('2031-05-04T04:00:00Z', '2031-05-04T08:00:01Z', 'MINUTE')}`, invalid('endTime', tooLong)],
  ])('%s is refused', async (query, expected) => {
    const { source } = workspace(api())
    expect(await answer(api(), overview(query.replace('=ID', `=${source.id}`)))).toEqual(expected)
  })

  test('a workspace may lack it', async () => {
    const { source } = workspace(api())
    api().app.setAvailability({ deliveryOverview: 'absent' })
    expect(await answer(api(), overview(`sourceId=${source.id}&${range}&granularity=HOUR`))).toEqual(
      missing('endpoint'),
    )
  })
})
