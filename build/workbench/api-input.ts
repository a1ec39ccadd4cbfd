import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'

const settingValue = v.union([v.string(), v.boolean(), v.array(v.string()), v.record(v.string(), v.string()), v.null()])

/** The inputs of the page's requests. */
export const inputs = {
  /** A kept request, optionally with another body. */
  replay: v.object({ id: v.number(), body: v.optional(v.string()) }),
  send: v.object({ body: v.string() }),
  refresh: v.object({ id: v.number() }),
  /** A kept request, and one of its remedies. */
  fix: v.object({ id: v.number(), remedy: v.string() }),
  /** Null unsets a setting. */
  settings: v.record(v.string(), settingValue),
  testCase: v.object({ name: v.string(), body: v.string() }),
}

/**
 * Reads the JSON body of a request to the server's own interface. Accepts only JSON, because other web pages could send a form.
 * @throws HTTPException 415 or 400 with a one-line message.
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
