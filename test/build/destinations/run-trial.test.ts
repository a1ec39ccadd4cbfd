import type { Destination } from '../../../build/destinations/destination'
import { input, path } from '../../../build/destinations/mapping'
import { RecordedRequests } from '../../../build/destinations/runner/recorded-requests'
import { runTrial } from '../../../build/destinations/runner/run-trial'
import type { SegmentCode, SegmentDestination } from '../../../build/destinations/runner/segment-code'
import type { Trial } from '../../../build/destinations/runner/trial'
import type { SegmentCall } from '../../../build/runtime'

const definition: SegmentDestination = {
  presets: [
    { type: 'automatic', name: 'All', partnerAction: 'send', subscribe: 'all', mapping: { name: 'preset' } },
    { type: 'specificEvent', name: 'Audiences', partnerAction: 'send' },
  ],
  actions: {
    send: { title: 'Send', defaultSubscription: 'all', fields: { name: { default: path('$.event') }, empty: {} } },
    quiet: { title: 'Quiet', fields: {} },
  },
}

const tool: Destination = {
  ...{ slug: 'tool', name: 'Tool', metadataId: 'id', settings: { key: 'k' }, byDefault: 'All.', notes: [] },
  suggested: ['send', 'quiet'],
  answers: [{ url: '/login', body: { token: 't' }, status: 201 }],
  subscriptions: [
    { name: 'Events', action: 'send', trigger: 'all', mapping: { list: input('List id') } },
    { name: 'Nameless', action: 'send', trigger: 'all', mapping: { name: null } },
    { name: 'Never', action: 'send', trigger: 'none', mapping: {} },
  ],
}

const call: SegmentCall = {
  type: 'track',
  event: 'Check-In',
  messageId: 'm-1',
  userId: '42',
  properties: { store_code: '0042', points: 2, items: [{ price: 9.5 }, { price: 3 }] },
  context: { library: { name: 'x' }, traits: { email: 'dana@example.com' } },
}

const trial: Trial = {
  slug: 'tool',
  mode: 'ready',
  calls: [call],
  receivedAt: '2026-01-02T03:04:05.000Z',
  tellsLost: true,
}

type Perform = (given: {
  mapping: unknown
  event: SegmentCall
  fetch: (request: Request) => Promise<Response>
}) => Promise<void>

/** Segment's code as far as a trial uses it, with one way to perform every action. */
function codeThat(perform: Perform, destination: SegmentDestination = definition): SegmentCode {
  let fetch: (request: Request) => Promise<Response> = () => Promise.reject(new Error('no network'))
  return {
    destination: () => destination,
    run: () => ({
      validateSettings: () => undefined,
      async onSubscription({ subscribe, mapping }, event) {
        if (subscribe === 'none') return [{ output: 'not subscribed' }]
        await perform({ mapping, event: event as SegmentCall, fetch: (request) => fetch(request) })
        return [{ output: 'Mappings resolved' }]
      },
    }),
    setFetch(own) {
      fetch = own
    },
    Response,
  }
}

const run = (perform: Perform, changes: Partial<Trial> = {}, destination: SegmentDestination = definition) => {
  const code = codeThat(perform, destination)
  return runTrial(code, new RecordedRequests(code), tool, { ...trial, ...changes })
}

const post = (body: unknown, url = 'https://tool.example/events') =>
  new Request(url, { method: 'POST', body: JSON.stringify(body), headers: { 'content-type': 'application/json' } })

/** Sends the mapping, the store and the time. */
const sender: Perform = async ({ mapping, event, fetch }) => {
  const { properties, timestamp } = event
  const store =
    typeof properties === 'object' && properties !== null && 'store_code' in properties ? properties.store_code : null
  await fetch(post({ mapping, store, timestamp }))
}

test('each subscription that takes a call has its own requests', async () => {
  const { outcomes, subscriptions } = await run(sender)
  expect(subscriptions.map(({ name, mapping }) => [name, mapping])).toEqual([
    ['Events', { name: { '@path': '$.event' }, list: { input: 'List id' } }],
    ['Nameless', {}],
    ['Never', { name: { '@path': '$.event' } }],
  ])
  const request = (mapping: unknown) => ({
    method: 'POST',
    url: 'https://tool.example/events',
    headers: { 'content-type': 'application/json' },
    // A call without a time has that of its receipt.
    body: { mapping, store: '0042', timestamp: '2026-01-02T03:04:05.000Z' },
  })
  expect(outcomes[0]?.fired).toEqual([
    {
      subscription: 'Events',
      action: 'send',
      error: null,
      requests: [request({ name: { '@path': '$.event' }, list: '<List id>' })],
    },
    { subscription: 'Nameless', action: 'send', error: null, requests: [request({})] },
  ])
})

test('what no request depends on is lost, with one place for all items of a list', async () => {
  const { outcomes } = await run(sender)
  expect(outcomes[0]?.lost).toEqual([
    'userId',
    'messageId',
    'properties.points',
    'properties.items[*].price',
    'context.traits.email',
  ])
  expect((await run(sender, { tellsLost: false })).outcomes[0]?.lost).toEqual([])
})

test('what is sent in another form is not lost', async () => {
  const lengths: Perform = async ({ event, fetch }) => {
    await fetch(post({ length: JSON.stringify(event.properties).length, id: `user-${event.userId}` }))
  }
  expect((await run(lengths)).outcomes[0]?.lost).toEqual(['messageId', 'context.traits.email'])
})

test('what a destination throws is its own error, and the next subscription runs all the same', async () => {
  let count = 0
  const thrower: Perform = async () => {
    count += 1
    throw count === 1 ? new TypeError('a fault of the tool') : 'no error at all'
  }
  const { outcomes } = await run(thrower)
  expect(outcomes).toEqual([
    {
      fired: [
        { subscription: 'Events', action: 'send', requests: [], error: 'a fault of the tool' },
        { subscription: 'Nameless', action: 'send', requests: [], error: 'no error at all' },
      ],
      lost: [],
      error: null,
    },
  ])
})

test('a tool answers as it is told, and others with an empty object', async () => {
  const answers: unknown[] = []
  await run(async ({ fetch }) => {
    for (const url of ['https://tool.example/login', 'https://tool.example/events']) {
      const response = await fetch(post({}, url))
      answers.push([response.status, await response.json()])
    }
  })
  expect(answers.slice(0, 2)).toEqual([
    [201, { token: 't' }],
    [200, {}],
  ])
})

test('by default, the automatic presets run; without any, what Segment suggests', async () => {
  const namesOf = async (destination: SegmentDestination) =>
    (await run(sender, { mode: 'default' }, destination)).subscriptions.map(({ name, trigger }) => [name, trigger])
  expect(await namesOf(definition)).toEqual([['All', 'all']])
  expect(await namesOf({ ...definition, presets: [] })).toEqual([['Send', 'all']])
})
