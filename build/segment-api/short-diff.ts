import { createTwoFilesPatch } from 'diff'

const mostLines = 40
/** With more differing lines than this, a diff takes long and helps nobody. */
const mostEdits = 1500

/** A unified diff between a text in Segment, such as code, and ours, at most 40 lines long. */
export function shortDiff(there: string, here: string): string {
  const patch = createTwoFilesPatch('in Segment', 'in the repository', there, here, '', '', {
    context: 2,
    maxEditLength: mostEdits,
    stripTrailingCr: true,
  })
  if (patch === undefined) return 'nearly every line differs'
  // The first line only announces the patch.
  const lines = patch.trimEnd().split('\n').slice(1)
  const more = lines.length - mostLines
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… ${more} more lines`] : [])].join('\n')
}
