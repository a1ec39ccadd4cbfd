import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Installs, in a directory, destination code that fails as soon as it is loaded. */
export function installBrokenPackage(directory: string): void {
  const write = (name: string, text: string) => {
    const file = path.join(directory, 'node_modules', '@segment', name)
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  write('action-destinations/package.json', '{"name": "@segment/action-destinations"}')
  write('action-destinations/dist/destinations/braze.js', 'throw new Error("this code is broken")')
  write('actions-core/package.json', '{"name": "@segment/actions-core", "main": "index.js"}')
  write('actions-core/index.js', 'exports.Destination = class {}')
  write('actions-core/fetch.js', 'exports.Response = class {}')
}
