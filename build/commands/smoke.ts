import { defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { secretsOf } from '../segment-api/desired'
import { instancesOf } from '../segment-api/function-ids'
import { functionNamed } from '../segment-api/named-function'
import type { Source } from '../segment-api/sources'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { awaitCounts, startingCounts } from './smoke/counts'
import { checkSourceOf, type SmokeRequest, sendWebhook, webhookUrlOf } from './smoke/webhook'
import { environmentOption } from './workspace/options'
import { openSession, placeOf, type Session } from './workspace/session'

/** Sends one webhook to the deployed source, and says what became of it. */
export const smoke = defineCommand({
  name: 'smoke',
  summary: 'send one marked webhook to the deployed source (SEGMENT_WEBHOOK_URL), and wait until Segment counts it',
  options: { ...environmentOption, json },
  examples: ['npm run smoke -- --env dev'],
  async run({ env, json: asJson }, _names, context) {
    const { io, screen, time } = context
    const url = webhookUrlOf(io.env)
    screen.hide([url.href, url.search, url.searchParams.get('b') ?? undefined])
    const session = await openSession(env, context)
    const { api, environment, workspace, name } = session
    const secret = secretOf(session, io.env)
    const source = await runningSource(session)
    checkSourceOf(url, source)
    const request: SmokeRequest = { url, secret, mark: `smoke-test-${time.now()}`, now: time.now() }
    const before = await startingCounts(api, source.id, time.now())
    if (!asJson) screen.print(placeOf(session, screen.colors.bold))
    await sendWebhook(request)
    if (!asJson) screen.print(`Sent a Check-In of the account ${request.mark} to ${environment.source.slug}.`)
    const { received, failed, waitedMs } = await awaitCounts(api, before, context)
    const seconds = Math.round(waitedMs / 1000)
    const reasons = failed.map(({ reason, count }) => `${count} ${reason}`).join(', ')
    if (received === 0)
      throw new UserError(
        reasons === ''
          ? `Segment counted nothing within ${seconds} seconds; check that SEGMENT_WEBHOOK_URL is of this source and that it is deployed (npm run status)`
          : `the webhook failed in Segment: ${reasons}; see the source's Errors tab`,
      )
    const result = { environment: name, workspace: workspace.name, account: request.mark, received, failed, seconds }
    if (asJson) printJson(screen, result)
    else screen.print(`Segment received ${counted(received, 'call')}${reasons === '' ? '' : `; failed: ${reasons}`}.`)
    return 0
  },
})

/** The first of the secrets, when there are two. */
function secretOf({ environment }: Session, variables: Parameters<typeof secretsOf>[1]): string | undefined {
  const { sharedSecret } = secretsOf(environment, variables)
  if (sharedSecret === undefined) return undefined
  if (sharedSecret.value !== undefined) return sharedSecret.value.trim().split(/\s+/)[0]
  throw new UserError(`the webhook needs ${sharedSecret.variable}, which is not set; put it in .env or the environment`)
}

async function runningSource({ api, environment, name }: Session): Promise<Source> {
  const { slug } = environment.source
  const found = await functionNamed(api, environment.function)
  const source = found && instancesOf(found, await api.sources.list()).find((one) => one.slug === slug)
  if (source === undefined) throw new UserError(`there is no source "${slug}"; run npm run deploy -- --env ${name}`)
  if (!source.enabled) throw new UserError(`the source "${slug}" is disabled, so Segment would drop the webhook`)
  return source
}
