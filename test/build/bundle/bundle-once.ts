import type { Bundle, BundleOptions } from '../../../build/bundle/bundle'

const actual = jest.requireActual<typeof import('../../../build/bundle/bundle')>('../../../build/bundle/bundle')
const built = new Map<string, Promise<Bundle>>()

// In the place of build/bundle, for commands that are run many times: the same configuration gives the same bytes, and
// building takes most of a command's time.
module.exports = {
  ...actual,
  bundle(options: BundleOptions): Promise<Bundle> {
    const { eventAliases, mappings } = options.config
    const key = JSON.stringify([eventAliases, mappings, options.entry])
    const bundle = built.get(key) ?? actual.bundle(options)
    built.set(key, bundle)
    return bundle
  },
}
