import type { Configuration } from '../shared/declare/configuration'

/** Empty in the sources; the build puts in its place what segment.config.json says. */
export const configuration: Configuration = { eventAliases: {} }
