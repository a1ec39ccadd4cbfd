import { readSettings } from '../shared/settings/settings'

/** The settings of a source that sets none. */
export const defaultSettings = readSettings({}, () => true)
