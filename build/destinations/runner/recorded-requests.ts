import type { Json } from '../../runtime/receipt'
import { jsonOrText } from '../../system/json'
import type { ToolAnswer } from '../destination'
import type { SegmentCode } from './segment-code'
import type { ToolRequest } from './trial'

/** Takes the place of the network: keeps what is sent, and answers it. */
export class RecordedRequests {
  #requests: ToolRequest[] = []
  answers: readonly ToolAnswer[] = []

  constructor({ setFetch, Response: NodeResponse }: SegmentCode) {
    setFetch(async (request) => {
      this.#requests.push(await toolRequest(request))
      const { status = 200, body = {} } = this.answers.find(({ url }) => request.url.includes(url)) ?? {}
      return new NodeResponse(JSON.stringify(body), { status, headers: { 'content-type': 'application/json' } })
    })
  }

  /** The requests since the last call of this. */
  take(): readonly ToolRequest[] {
    const taken = this.#requests
    this.#requests = []
    return taken
  }
}

async function toolRequest(request: Request): Promise<ToolRequest> {
  const text = await request.text()
  // Text that parses as JSON is JSON.
  const body = text === '' ? null : (jsonOrText(text) as Json)
  return { method: request.method, url: request.url, headers: Object.fromEntries(request.headers), body }
}
