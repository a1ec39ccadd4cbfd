import type { Body } from '../bodies/bodies'
import type { Screen } from './screen'

/** Tells of the texts that are no bodies: where, why, and what they seem to be. */
export function noteProblems(bodies: readonly Body[], { note }: Pick<Screen, 'note'>): void {
  for (const { problem } of bodies) if (problem !== undefined) note(problem)
}
