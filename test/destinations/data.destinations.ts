import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { projectPlaces } from '../../build/cli/command'
import { destinations } from '../../build/destinations'
import { destinationsDocument } from '../../build/destinations/document'
import { loadSegmentCode } from '../../build/destinations/runner/segment-code'

const load = createRequire(path.join(projectPlaces.destinations, 'package.json'))
const code = loadSegmentCode(projectPlaces.destinations)

/** Fields that Segment's interface has for every action of a kind. */
const internal = /^__segment_internal_/

describe.each(destinations)('$name', ({ slug, metadataId, subscriptions, suggested = [] }) => {
  const { actions, presets } = code.destination(slug)

  test('has its id in Segment’s catalogue', () => {
    const index = readFileSync(load.resolve('@segment/action-destinations/dist/destinations'), 'utf8')
    expect(index).toContain(`register('${metadataId}', './${slug}')`)
  })

  test('has the actions and fields that its subscriptions name', () => {
    const unknown = subscriptions.flatMap(({ action, mapping }) => {
      const { fields } = actions[action] ?? { fields: {} }
      return Object.keys(mapping).flatMap((field) => (field in fields || internal.test(field) ? [] : [[action, field]]))
    })
    expect(unknown).toEqual([])
    expect(subscriptions.filter(({ action }) => actions[action] === undefined)).toEqual([])
  })

  test('has triggers that Segment can read', () => {
    const { parseFql } = load('@segment/destination-subscriptions')
    expect(subscriptions.filter(({ trigger }) => parseFql(trigger).error !== undefined)).toEqual([])
  })

  test('has suggested actions only where there are no presets', () => {
    expect(suggested.filter((action) => actions[action]?.defaultSubscription === undefined)).toEqual([])
    expect(suggested.length === 0 || !presets?.some(({ type }) => type === 'automatic')).toBe(true)
  })
})

test('docs/destinations.md is what the code says; if this fails, run npm run docs and commit what it writes', async () => {
  const { file, text } = await destinationsDocument(path.join(__dirname, '..', 'webhooks'), projectPlaces.destinations)
  expect(readFileSync(path.join(projectPlaces.docs, file), 'utf8')).toBe(text)
})
