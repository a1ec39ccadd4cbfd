import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf, UserError } from '../system/errors'
import { expectationsOf } from './expectation'
import type { TestCase } from './protocol'

/** Well within what file systems take. */
const longestName = 100
/** A case is named after what is special about it, in the folder of its event. */
const caseName = /^[a-z0-9]+(?:-[a-z0-9]+)*\/[a-z0-9]+(?:-[a-z0-9]+)*$/

/**
 * What a test of a body would consist of. Tests run without settings, so what is expected may differ from what the page shows.
 * @throws UserError for a name in no event's folder, or a body that is no JSON.
 */
export async function testCaseOf(name: string, body: string, folders: readonly string[]): Promise<TestCase> {
  const [folder = ''] = name.split('/')
  if (name.length > longestName || !caseName.test(name) || !folders.includes(folder)) {
    throw new UserError(
      'name the case event/what-is-special, in lower case with dashes, such as check-in/late-at-night',
    )
  }
  const text = indented(body)
  const [expectation = ''] = await expectationsOf([text])
  return { name, body: text, expectation }
}

/**
 * Writes a case beside the others, and gives the names of its files.
 * @throws UserError when there is such a case already: nothing is overwritten.
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
    throw codeOf(error) === 'EEXIST' ? new UserError(`${shown} is there already; choose another name`) : error
  }
}

/** Numbers are left as they are spelt: JSON.parse would lose the digits of long ones. */
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

/** JSON can be read at depths at which it cannot be written. */
function rewritten(value: unknown): string {
  try {
    return JSON.stringify(value, null, 2)
  } catch {
    throw new UserError('the body is nested too deeply to become a test case')
  }
}
