import type { Screen } from '../cli/screen'

/** The parts of a screen that a text for people depends on. */
export type View = Pick<Screen, 'colors' | 'width'>
