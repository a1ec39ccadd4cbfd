import { AsyncLocalStorage } from 'node:async_hooks'
import { TestEnvironment } from 'jest-environment-node'

const used = new Set()
const { run } = AsyncLocalStorage.prototype
AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this)
  return run.apply(this, given)
}

/**
 * Node, with the globals of jest. Jest gives each test file a storage, and leaves it on. Every promise of all later files
 * pays for that, so it is switched off at the end of its file.
 */
export default class extends TestEnvironment {
  async teardown() {
    for (const storage of used) storage.disable()
    used.clear()
    await super.teardown()
  }
}
