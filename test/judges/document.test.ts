import { readFileSync } from 'node:fs'
import path from 'node:path'
import destinationsJson from '../../build/destinations/package.json'
import { sdkVersion } from '../fakes/segment-api/sdk-models'
import { forms } from './sample-calls'
import { specVersion } from './segment-spec'

const document = readFileSync(path.join(__dirname, '../../docs/judges.md'), 'utf8')

test.each([
  ['the fields of Segment’s SDK', sdkVersion],
  ['Segment’s documentation', specVersion],
  ['Segment’s destination code', destinationsJson.devDependencies['@segment/action-destinations']],
])('docs/judges.md has the version of %s: %s', (_, version) => expect(document).toContain(`| ${version} |`))

test('docs/judges.md tells how many forms there are', () => {
  expect(forms).toHaveLength(15)
  expect(document).toContain('fifteen forms')
})
