import path from 'node:path'
import type { Hono } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { destinations } from '../destinations'
import { inputsOf } from '../destinations/mapping'
import { howToInstall, isInstalled, type Runner, startRunner } from '../destinations/runner/runner'
import type { Mode } from '../destinations/runner/trial'
import { tryCalls } from '../destinations/try-calls'
import type { SegmentCall } from '../runtime'
import { projectRoot } from '../system/project'
import type { Environment } from './guard'
import type { ShownTrials } from './shown-trials'
import type { Workbench } from './workbench'

/** A request of a thousand events would keep the worker busy for minutes. */
const mostCalls = 20

const projectDirectory = path.join(projectRoot, 'build', 'destinations')

/**
 * `GET /api/destinations/<id of a request>/<mode>`: what each tool makes of its calls. The worker starts with the first
 * question.
 * @param directory where Segment's destination code is installed.
 */
export function addDestinations(app: Hono<Environment>, workbench: Workbench, directory = projectDirectory): void {
  let runner: Promise<Runner> | undefined
  app.get('/api/destinations/:id/:mode{default|ready}', async (context) => {
    const kept = workbench.find(Number(context.req.param('id')))
    if (kept === undefined) throw new HTTPException(404, { message: 'the request no longer exists' })
    const mode = context.req.param('mode') === 'default' ? 'default' : 'ready'
    if (!isInstalled(directory)) return context.json(notInstalled(mode))
    runner ??= startRunner(directory)
    return context.json(await trialsOf(await runner, mode, kept.outcome.sent, kept.receivedAt))
  })
}

function notInstalled(mode: Mode): ShownTrials {
  return { mode, install: howToInstall, calls: 0, tools: [] }
}

async function trialsOf(
  runner: Runner,
  mode: Mode,
  sent: readonly SegmentCall[],
  receivedAt: string,
): Promise<ShownTrials> {
  const calls = sent.slice(0, mostCalls).map((call) => ({ call }))
  const attempts = destinations.map((one) => tryCalls(runner, one, calls, { mode, receivedAt, tellsLost: true }))
  const tools = (await Promise.all(attempts)).map(({ destination: { slug, name }, subscriptions, calls: tried }) => ({
    ...{ slug, name, subscriptions, inputs: inputsOf(subscriptions.map(({ mapping }) => mapping)) },
    outcomes: tried.map(({ outcome }) => outcome),
  }))
  return { mode, install: null, calls: calls.length, tools }
}
