import { createTwoFilesPatch } from 'diff'

const mostLines = 40
/** Where so many lines differ, the scripts have little to do with each other, and finding out how takes long. */
const mostEdits = 1500

/** How code in Segment differs from ours, as a unified diff of at most 40 lines. */
export function codeDiff(there: string, here: string): string {
  const patch = createTwoFilesPatch('in Segment', 'in the repository', there, here, '', '', {
    context: 2,
    maxEditLength: mostEdits,
    stripTrailingCr: true,
  })
  if (patch === undefined) return 'nearly every line differs'
  // Behind a line of its own, which only says that a patch follows.
  const lines = patch.trimEnd().split('\n').slice(1)
  const more = lines.length - mostLines
  return [...lines.slice(0, mostLines), ...(more > 0 ? [`… ${more} more lines`] : [])].join('\n')
}
