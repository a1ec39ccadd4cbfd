import type { Screen } from '../cli/screen'

/** What of a screen a text for people depends on. */
export type View = Pick<Screen, 'colors' | 'width'>
