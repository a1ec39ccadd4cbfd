import path from 'node:path'
import { unconfigured } from '../../../build/config/config'
import { createInspect, findRemedies, type Inspect, type Inspection } from '../../../build/inspection'
import { type Attempt, withChange } from '../../../build/inspection/attempt'
import type { WebhookRequest } from '../../../build/runtime'
import { events } from '../../../functions/events'
import { checkCase } from '../../case-check'
import { type Case, caseFiles, readCaseFile, requestOf } from '../../case-files'
import type { Outcome } from '../../outcome'

const own = readCaseFile(path.join(__dirname, 'first-bodies.json'))
const others = caseFiles().filter(({ name }) => name === 'envelopes' || name === 'names-of-keys')

let inspect: Inspect
beforeAll(async () => {
  inspect = await createInspect(unconfigured)
})

type Situation = Pick<Attempt, 'config' | 'settings'>

const mostRuns = 2

describe.each([own, ...others])('$kind', ({ cases }) => {
  // A configuration that was written by hand is left out: the remedies are to find it.
  test.each(cases)('$what', async ({ requests, expect: expected }) => {
    const { config, settings } = await fixed(requests)
    const outcomes: Outcome[] = []
    for (const request of requests) {
      outcomes.push(outcomeOf(await inspect(webhookOf(request), { ...settings, ...request.settings }, config)))
    }
    checkCase(expected, outcomes)
  })
})

/** The configuration after runs of --fix on the first of these requests. */
async function fixed([request]: Case['requests']): Promise<Situation> {
  let now: Situation = { config: unconfigured, settings: { ...request?.settings } }
  for (let run = 0; run < mostRuns && request !== undefined; run++) {
    const webhook = webhookOf(request)
    const inspections = [await inspect(webhook, now.settings, now.config)]
    const remedies = await findRemedies({ requests: [webhook], inspections, ...now, inspect, events })
    now = remedies.flatMap(({ isSure, change }) => (isSure && change ? [change] : [])).reduce(withChange, now)
  }
  return now
}

function outcomeOf({ status, error, events: inspected, warnings }: Inspection): Outcome {
  const isError = (line: string) => inspected.length > 1 && inspected.some(({ rejection }) => rejection === line)
  return {
    status,
    error,
    calls: inspected.flatMap(({ calls }) => calls),
    warnings: warnings.filter((line) => !isError(line)),
    errors: warnings.filter(isError),
  }
}

function webhookOf(request: Case['requests'][number]): WebhookRequest {
  const { body, query = '', headers = {} } = requestOf(request)
  return { body, url: `/?${query}`, headers }
}
