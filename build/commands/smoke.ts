import { type Context, defineCommand, json } from '../cli/command'
import { printJson } from '../cli/screen'
import { secretsOf } from '../segment-api/desired'
import { instancesOf } from '../segment-api/function-ids'
import { functionNamed } from '../segment-api/named-function'
import type { Source } from '../segment-api/sources'
import { UserError } from '../system/errors'
import { counted } from '../system/numbers'
import { awaitCounts, type Growth, startingCounts } from './smoke/counts'
import { checkSourceOf, sendWebhook, webhookUrlOf } from './smoke/webhook'
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
    const session = await openSession(env, context)
    const url = webhookUrlOf(io.env)
    screen.hide([url.href, url.search, url.searchParams.get('b') ?? undefined])
    const say = asJson ? () => undefined : screen.print
    say(placeOf(session, screen.colors.bold))
    const secret = secretOf(session, context)
    const source = await runningSource(session)
    checkSourceOf(url, source)
    const before = await startingCounts(session.api, source.id, time.now())
    const account = `smoke-test-${time.now()}`
    await sendWebhook({ url, secret, account, now: time.now() })
    say(`Sent a Check-In of the account ${account} to ${source.slug}.`)
    const growth = checked(await awaitCounts(session.api, before, context))
    say(receivedText(growth))
    if (asJson) printJson(screen, resultJson(session, account, growth))
    return 0
  },
})

/** @throws UserError when Segment received nothing. */
function checked(growth: Growth): Growth {
  if (growth.received > 0) return growth
  if (growth.failed.length > 0)
    throw new UserError(`the webhook failed in Segment: ${reasonsOf(growth)}; see the source's Errors tab`)
  throw new UserError(
    `Segment counted nothing within ${secondsOf(growth)} seconds; check that SEGMENT_WEBHOOK_URL is of this source and that it is deployed (npm run status)`,
  )
}

function receivedText(growth: Growth): string {
  const reasons = growth.failed.length === 0 ? '' : `; failed: ${reasonsOf(growth)}`
  return `Segment received ${counted(growth.received, 'call')}${reasons}.`
}

function resultJson({ name, workspace }: Session, account: string, growth: Growth): object {
  const { received, failed } = growth
  return { environment: name, workspace: workspace.name, account, received, failed, seconds: secondsOf(growth) }
}

function reasonsOf({ failed }: Growth): string {
  return failed.map(({ reason, count }) => `${count} ${reason}`).join(', ')
}

function secondsOf({ waitedMs }: Growth): number {
  return Math.round(waitedMs / 1000)
}

/** The first of the secrets, when there are two. */
function secretOf({ environment }: Session, { io }: Context): string | undefined {
  const { sharedSecret } = secretsOf(environment, io.env)
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
