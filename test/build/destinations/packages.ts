import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { isWindows } from '../../windows'

/** Destination code that fails as soon as it is loaded. */
const broken = 'throw new Error("this code is broken")'

/** Destination code with a subscription that refuses each profile, and one that sends the name of each event. */
const simple = `exports.default = { actions: {}, presets: [
  { type: 'automatic', name: 'Profiles', partnerAction: 'profile', subscribe: 'identify' },
  { type: 'automatic', name: 'Events', partnerAction: 'event', subscribe: 'track' },
] }`

/** What Windows gives every process, and only Windows. */
const ofWindows = isWindows
  ? /^(?:HOMEDRIVE|HOMEPATH|LOGONSERVER|PATH|SYSTEMDRIVE|SYSTEMROOT|TEMP|USERDOMAIN|USERNAME|USERPROFILE|WINDIR)$/i
  : /^$/

/** Destination code that looks around, and tries to reach the network. */
const curious = `const seen = Object.keys(process.env).filter((name) => !${ofWindows}.test(name)).sort().join()
try { require('node:net').connect(80, 'tool.example') } catch (error) { throw new Error(seen + ': ' + error.message) }`

/** Destination code that ends its process. */
const deadly = 'process.exit(3)'

/** Destination code that ends its process too, while another one keeps its channel open. */
const outlived = `const stdio = ['ignore', 'ignore', 'ignore', 3]
require('node:child_process').spawn(process.execPath, ['-e', 'setTimeout(() => {}, 2000)'], { stdio })
process.exit(3)`

const core = `const network = require('./fetch.js')
exports.Destination = class {
  validateSettings() {}
  async onSubscription({ subscribe }, { type, event }) {
    if (type !== subscribe) return [{ output: 'not subscribed' }]
    if (type === 'identify') throw new Error('no profiles here')
    await network.default(new Request('https://tool.example/events', { method: 'POST', body: JSON.stringify({ event }) }))
    return [{ output: 'Mappings resolved' }]
  }
}`

const codes = { broken, simple, curious, deadly, outlived }

/** Installs, in a directory, code for Braze that is like Segment's as far as it goes. Other destinations have none. */
export function installPackage(directory: string, kind: keyof typeof codes): void {
  const write = (name: string, text: string) => {
    const file = path.join(directory, 'node_modules', '@segment', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  write('action-destinations/package.json', '{"name": "@segment/action-destinations"}')
  write('action-destinations/dist/destinations/braze.js', codes[kind])
  write('actions-core/package.json', '{"name": "@segment/actions-core", "main": "index.js"}')
  write('actions-core/index.js', core)
  write('actions-core/fetch.js', 'exports.Response = Response')
}
