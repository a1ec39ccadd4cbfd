import { events } from '../../../functions/events'
import { bundle } from '../../bundle/bundle'
import { unconfigured } from '../../config/config'
import { exampleOf, runSamples } from './event-example'
import { eventsDocument } from './events-document'
import { settingsDocument } from './settings-document'

/** A document that is generated from the code. */
export interface Document {
  readonly file: string
  readonly text: string
}

/**
 * Makes the documents, with examples from the samples of a directory. The same sources and samples give the same bytes.
 * They do not depend on segment.config.json.
 * @throws UserError when an event has no sample to show.
 */
export async function makeDocuments(samples: string): Promise<Document[]> {
  const { code } = await bundle({ config: unconfigured })
  const runs = await runSamples(code, samples)
  const documented = events.map((event) => ({ event, example: exampleOf(event, runs) }))
  return [
    { file: 'events.md', text: eventsDocument(documented) },
    { file: 'settings.md', text: settingsDocument() },
  ]
}
