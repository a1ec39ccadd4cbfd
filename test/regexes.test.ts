import vm from 'node:vm'
import { analyse } from 'scslre'
import { limits } from '../build/runtime/limits'
import { adversaries, adversariesOfFile, textOf } from './adversarial-texts'
import { sourceRegexes } from './source-regexes'

/** What reads bodies, headers, URLs or Segment's answers. The rest reads sources, the configuration and the command line. */
const isMet =
  /^(?:functions|shared)\/|^build\/(?:bundle\/banner\.ts|bodies\/(?!body-path|edit-body|samples)|cli\/printable\.ts|catalog\/(?!docs\/)|(?:backfill|inspection|render|runtime|segment-api|system|tracking-api|workbench)\/)/
const met = sourceRegexes(['functions', 'shared', 'build']).filter(({ file }) => isMet.test(file))

test('none that meets what others send has a part that would take super-linear time', () => {
  const slow = met.flatMap(({ file, literals, composed }) =>
    [...literals, ...composed].filter((one) => analyse(one).reports.length > 0).map((one) => `${file}: ${one}`),
  )
  expect(slow).toEqual([])
})

test('each of them has an adversarial text, and no text is left of one that is gone', () => {
  const literals = new Set(met.flatMap((one) => one.literals.map(String)))
  expect(adversaries.map(([regex]) => String(regex)).sort()).toEqual([...literals].sort())
  const composing = met.filter(({ composed }) => composed.length > 0).map(({ file }) => file)
  expect(Object.keys(adversariesOfFile)).toEqual(composing)
})

/** Goes through all of a text. One whose time grows with the square of a megabyte would take hours, and is cut off. */
function goThrough(regex: RegExp, text: string): void {
  vm.runInNewContext("text.replace(regex, '')", { regex, text }, { timeout: limits.requestMs })
}

test.each(adversaries)('%s goes through a megabyte', (regex, ...adversary) => goThrough(regex, textOf(adversary)))

test.each(Object.entries(adversariesOfFile))('those of %s go through a megabyte', (name, texts) => {
  const regexes = met.filter(({ file }) => file === name).flatMap(({ composed }) => composed)
  for (const regex of regexes) for (const adversary of texts) goThrough(regex, textOf(adversary))
})
