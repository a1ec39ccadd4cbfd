import {
  createRuntime,
  type Receipt,
  type Runtime,
  type RuntimeOptions,
  type WebhookRequest,
} from '../../../build/runtime'

const open: Runtime[] = []
let warm: Runtime | undefined

afterEach(async () => {
  await Promise.all(open.splice(0).map((runtime) => runtime.close()))
})

afterAll(() => warm?.close())

/** A runtime that is closed after the test. */
export function start(code: string, options?: RuntimeOptions): Runtime {
  const runtime = createRuntime(code, options)
  open.push(runtime)
  return runtime
}

/** One request to a runtime of its own. */
export function receive(
  code: string,
  request: Partial<WebhookRequest> = {},
  options?: RuntimeOptions,
): Promise<Receipt> {
  return start(code, options).receive({ body: '{}', ...request })
}

/** Compiles in its own realm, so that a table of bodies needs one worker instead of one a row. */
const anyBody = `
const AsyncFunction = (async () => {}).constructor
const onRequestOf = (body) => new AsyncFunction('request', 'settings', body)
async function onRequest(request, settings) { return onRequestOf(settings.body)(request, settings) }`

/** One request to a function whose body is this, in a warm runtime unless it has options of its own. */
export function run(body: string, request: Partial<WebhookRequest> = {}, options?: RuntimeOptions): Promise<Receipt> {
  const runtime = options ? start(anyBody, options) : warmRuntime()
  return runtime.receive({ body: '{}', ...request }, { body })
}

function warmRuntime(): Runtime {
  warm ??= createRuntime(anyBody)
  return warm
}

/** What an expression is worth inside onRequest, or the error that it throws. */
export async function evaluate(
  expression: string,
  request?: Partial<WebhookRequest>,
  options?: RuntimeOptions,
): Promise<unknown> {
  const { calls, error } = await run(
    `Segment.track({ event: 'e', userId: 'u', properties: { value: ${expression} } })`,
    request,
    options,
  )
  return error ?? calls.map((call) => call.properties)[0]
}
