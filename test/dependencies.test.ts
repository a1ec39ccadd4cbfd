import { readFileSync } from 'node:fs'
import path from 'node:path'
import destinationsJson from '../build/destinations/package.json'
import destinationsLock from '../build/destinations/package-lock.json'
import packageJson from '../package.json'
import lock from '../package-lock.json'

interface Locked {
  /** Where it is not told by the place. */
  readonly name?: string
  readonly version: string
  readonly resolved?: string
  readonly integrity?: string
  readonly dev?: boolean
}

/** The project, and Segment's destination code, which is a package of its own. */
const packages = [lock.packages, destinationsLock.packages].flatMap(({ '': _project, ...locked }) =>
  Object.entries<Locked>(locked),
)

/** npm's own registry has every version at an address that follows from its name. */
function addressOf(place: string, { name = place.split('node_modules/').at(-1) ?? '', version }: Locked): string {
  return `https://registry.npmjs.org/${name}/-/${name.split('/').at(-1)}-${version}.tgz`
}

test('every package in the lockfile is from the npm registry, under its own name', () => {
  const others = packages.filter(([place, one]) => one.resolved !== addressOf(place, one))
  expect(others.map(([place]) => place)).toEqual([])
})

test('every package in the lockfile has a SHA-512, by which npm knows it', () => {
  const others = packages.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==$/.test(integrity))
  expect(others.map(([place]) => place)).toEqual([])
})

test('no package is there for more than the tools', () => {
  for (const one of [packageJson, destinationsJson]) expect(Object.keys(one)).not.toContain('dependencies')
  expect(packages.filter(([, { dev }]) => dev !== true).map(([place]) => place)).toEqual([])
})

test('no package runs a script of its own when it is installed', () => {
  for (const folder of ['.', 'build/destinations']) {
    const settings = readFileSync(path.join(__dirname, '..', folder, '.npmrc'), 'utf8').split('\n')
    expect(settings).toContain('ignore-scripts=true')
  }
})

test('no script of the project is one that npm would then leave out', () => {
  const names = Object.keys(packageJson.scripts)
  expect(names.filter((name) => names.some((other) => name === `pre${other}` || name === `post${other}`))).toEqual([])
})

test('all of Segment’s destination code is at an exact version, as its parts fit no others', () => {
  const versions = { ...destinationsJson.devDependencies, ...destinationsJson.overrides }
  expect(Object.values(versions).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([])
})
