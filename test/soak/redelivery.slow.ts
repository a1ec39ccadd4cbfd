import { readSamples } from '../../build/bodies/bodies'
import { sampleFiles } from '../../build/bodies/samples'
import { bundle } from '../../build/bundle/bundle'
import { unconfigured } from '../../build/config/config'
import { webhooksDirectory } from '../webhook-cases'
import { redeliver } from './redelivery'

const samples = readSamples(sampleFiles(webhooksDirectory))
const progress = () => undefined

let code = ''
beforeAll(async () => {
  code = (await bundle({ config: unconfigured })).code
})

test('repetitions, faults and disorder change no call of the built function', async () => {
  const result = await redeliver(code, samples, { seed: 30, events: 300, guests: 20, progress })
  expect(result).toEqual({
    ...{ deliveries: expect.any(Number), calls: 600, duplicatesDropped: expect.any(Number) },
    wrong: [],
  })
  expect(result.deliveries).toBeGreaterThan(300)
}, 30_000)

/** Changes every call with this JavaScript expression. */
function sending(changed: string): string {
  return `
for (const type of ['identify', 'track']) {
  const send = Segment[type].bind(Segment)
  Segment[type] = (call) => send({ ...call, ...${changed} })
}`
}

/** Ends every request with this JavaScript code. `handle()` in it runs the function. */
function ending(end: string): string {
  return `\nonRequest = ((inner) => async (request, settings) => { const handle = () => inner(request, settings); ${end} })(onRequest)`
}

test.each([
  ['random message ids', sending('{ messageId: crypto.randomUUID() }'), /^call \S+ is lost or changed$/],
  [
    'one message id for all events',
    sending("{ messageId: 'one' }"),
    /^79 calls share a message id with another event's$/,
  ],
  ['a call that differs each time', sending('{ timestamp: new Date() }'), /^call \S+ is lost or changed$/],
  ['one user id for all guests', sending("{ userId: 'guest' }"), /^event 0: another guest's user id$/],
  ['a swallowed error', ending('await handle().catch(() => undefined)'), /^event \d+, cutOff: ended as ok$/],
  ['no calls', ending('return'), /^0 calls for 40 events$/],
])('a function with %s fails the soak', async (_, fault, expected) => {
  const { wrong } = await redeliver(`${code}${fault}`, samples, { seed: 5, events: 40, guests: 4, progress })
  expect(wrong[0]).toMatch(expected)
})
