import path from 'node:path'
import { destinations } from '../../build/destinations'
import { nameOf } from '../../build/runtime/simulation'
import { callsOf, type Tried, triedBy, useRunner } from './trials'

const runner = useRunner()

/** The exact bodies that a tool receives. Read the changes before you accept them with -u. */
test.each(destinations)('$name receives exactly this', async (destination) => {
  const tried = await triedBy(runner(), destination, await callsOf(path.join(__dirname, 'bodies')))
  expect(tried.map(golden).join('\n')).toMatchSnapshot()
})

/** A line for each request. */
function golden({ body, call, fired, error }: Tried): string {
  const title = `${body}: ${nameOf(call)}`
  const lines = fired.flatMap(({ subscription, requests, error: refusal }) => [
    ...(refusal === null ? [] : [`${subscription}: refused: ${refusal}`]),
    ...requests.map((request) => `${subscription}: ${request.method} ${request.url} ${JSON.stringify(request.body)}`),
  ])
  return [title, ...(error === null ? lines : [error])].join('\n  ')
}
