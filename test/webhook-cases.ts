import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A body that Paytronix might send, and what becomes of it. */
export interface WebhookCase {
  /** The folder it is in, named after its event: `check-in`. */
  readonly event: string
  readonly name: string
  readonly body: string
  /** Where the expectation stands. */
  readonly expectationFile: string
}

export const webhooksDirectory = path.join(__dirname, 'webhooks')

/** Every body of `test/webhooks`, in the order of the folders. */
export function webhookCases(): WebhookCase[] {
  return readdirSync(webhooksDirectory)
    .sort()
    .flatMap((event) => casesOf(event))
}

function casesOf(event: string): WebhookCase[] {
  const directory = path.join(webhooksDirectory, event)
  const bodies = readdirSync(directory).filter((file) => file.endsWith('.json') && !file.endsWith('.expected.json'))
  return bodies.sort().map((file) => {
    const name = path.basename(file, '.json')
    const body = readFileSync(path.join(directory, file), 'utf8')
    return { event, name, body, expectationFile: path.join(directory, `${name}.expected.json`) }
  })
}
