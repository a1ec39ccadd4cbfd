import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'

const settingValue = v.union([v.string(), v.boolean(), v.array(v.string()), v.record(v.string(), v.string()), v.null()])

/** What the page may ask for. */
export const inputs = {
  /** A kept request, with another body if there is one. */
  replay: v.object({ id: v.number(), body: v.optional(v.string()) }),
  send: v.object({ body: v.string() }),
  refresh: v.object({ id: v.number() }),
  /** Null makes a setting unset. */
  settings: v.record(v.string(), settingValue),
  testCase: v.object({ name: v.string(), body: v.string() }),
}

/**
 * The JSON body of a request to the server's own interface. Only JSON counts: a form could come from any page.
 * @throws HTTPException 415 or 400, with one line that says what is wrong.
 */
export async function inputOf<Schema extends v.GenericSchema>(
  context: Context,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  if (!/^application\/json\b/i.test(context.req.header('content-type') ?? '')) {
    throw new HTTPException(415, { message: 'expected content type application/json' })
  }
  const sent: unknown = await context.req.json().catch(() => undefined)
  const result = v.safeParse(schema, sent)
  if (result.success) return result.output
  const [{ message }] = result.issues
  throw new HTTPException(400, { message: `expected a JSON object of another shape: ${message}` })
}
