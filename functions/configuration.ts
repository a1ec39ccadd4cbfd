import type { Configuration } from '../shared/declare/configuration'

/** Empty in the sources. The build replaces this module with the contents of segment.config.json. */
export const configuration: Configuration = { eventAliases: {} }
