import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, UserError } from '../system/errors'
import { expectationsOf } from './expectation'
import type { TestCase } from './protocol'

/** In characters. File systems allow longer names. */
const longestName = 100
/** The folder of the event, and a name for what is special about the case. */
const caseName = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/
/** Windows has devices of these names, in every directory and whatever the ending of the file. */
const deviceName = /^(?:con|prn|aux|nul|com\d|lpt\d)$/

/**
 * Creates a test case from a body. Tests run without settings, so the expected result may differ from that on the page.
 * @throws UserError when the name is not in an event's folder or not allowed on every system, or the body is not JSON.
 */
export async function testCaseOf(name: string, body: string, folders: readonly string[]): Promise<TestCase> {
  const [folder = ''] = name.split('/')
  if (name.length > longestName || !caseName.test(name) || !folders.includes(folder)) {
    throw new UserError(
      'name the case event/what-is-special, in lower case with dashes, such as check-in/late-at-night',
    )
  }
  const device = name.split('/').find((part) => deviceName.test(part))
  if (device !== undefined) throw new UserError(`Windows allows no file named ${device}; choose another name`)
  const text = indented(body)
  const [expectation = ''] = await expectationsOf([text])
  return { name, body: text, expectation }
}

/**
 * Writes a test case and returns the names of its files.
 * @throws UserError when the case already exists. It never overwrites a file.
 */
export function saveTestCase({ name, body, expectation }: TestCase, directory: string): string[] {
  mkdirSync(path.join(directory, path.dirname(name)), { recursive: true })
  const files = [
    [`${name}.json`, body],
    [`${name}.expected.json`, expectation],
  ] as const
  for (const [file, text] of files) writeNew(path.join(directory, file), text, file)
  return files.map(([file]) => file)
}

function writeNew(file: string, text: string, shown: string): void {
  try {
    writeFileSync(file, text, { flag: 'wx' })
  } catch (error) {
    throw codeOf(error) === 'EEXIST' ? new UserError(`${shown} already exists; choose another name`) : error
  }
}

/** Keeps the spelling of numbers: JSON.parse would lose digits of long ones. */
function indented(body: string): string {
  const text = rewritten(parsed(body))
  const isSame = text.replace(/\s/g, '') === body.replace(/\s/g, '')
  return `${isSame ? text : body.trimEnd()}\n`
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new UserError('only a JSON body can become a test case')
  }
}

/** JSON.parse accepts deeper nesting than JSON.stringify. */
function rewritten(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2)
  } catch {
    throw new UserError('the body is nested too deeply to become a test case')
  }
}
