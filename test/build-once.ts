import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Bundle, BundleOptions } from '../build/bundle/bundle'

// Many test files need the built function, a worker to run it, and its reader of settings. Each would build them anew,
// which takes longer than most of their tests. So what is built stays on disk for as long as the sources are the same: the same sources and
// configuration give the same bytes. A test about building takes the real modules, by `jest.unmock`.

const root = path.join(__dirname, '..')
const allBuilt = path.join(root, 'node_modules/.cache/built')

jest.mock('../build/bundle/bundle', () => {
  const actual = () => jest.requireActual<typeof import('../build/bundle/bundle')>('../build/bundle/bundle')
  return {
    async bundle(options: BundleOptions): Promise<Bundle> {
      if (options.entry !== undefined) return actual().bundle(options)
      // Loaded here, for most tests need none of it. Its text is all that the script holds of a configuration.
      const { configurationModule } = await import('../build/bundle/configuration-module')
      const name = configurationModule(options.config)
      const code = await once(name, async () => (await actual().bundle(options)).code)
      return { code, bytes: Buffer.byteLength(code) }
    },
    writeBundle: (...given: Parameters<typeof import('../build/bundle/bundle').writeBundle>) =>
      actual().writeBundle(...given),
  }
})

jest.mock('../build/runtime/bundle-worker', () => {
  const actual = () =>
    jest.requireActual<typeof import('../build/runtime/bundle-worker')>('../build/runtime/bundle-worker')
  // Segment's destination code is not among the sources that are digested.
  const isOurs = (entry: string) => !entry.includes('destinations')
  const bundleWorker = (entry: string) =>
    isOurs(entry) ? once(path.relative(root, entry), () => actual().bundleWorker(entry)) : actual().bundleWorker(entry)
  return { bundleWorker }
})

jest.mock('../build/config/settings-reader', () => {
  const actual = () =>
    jest.requireActual<typeof import('../build/config/settings-reader')>('../build/config/settings-reader')
  return {
    settingsReaderScript: () => kept('settings reader') ?? keep('settings reader', actual().settingsReaderScript()),
  }
})

/** A text of this name, made unless it was made of the same sources before. */
async function once(name: string, make: () => Promise<string>): Promise<string> {
  return kept(name) ?? keep(name, await make())
}

/** The text of this name, if it was made of the same sources before. */
function kept(name: string): string | undefined {
  const file = fileOf(name)
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function keep(name: string, text: string): string {
  const file = fileOf(name)
  // Test files run side by side, and none may read what another is still writing.
  const unfinished = `${file}.${process.pid}`
  writeFileSync(unfinished, text)
  try {
    renameSync(unfinished, file)
  } catch (error) {
    // Windows replaces no file that another is reading. It has the same text.
    if (!existsSync(file)) throw error
    rmSync(unfinished)
  }
  return text
}

function fileOf(name: string): string {
  return path.join(directory(), `${sha256(name)}.js`)
}

let current: string | undefined

/** Where what is built of the sources as they are now is kept. What was built of earlier ones is removed. */
function directory(): string {
  if (current !== undefined) return current
  const digest = sourcesDigest()
  current = path.join(allBuilt, digest)
  mkdirSync(current, { recursive: true })
  const earlier = readdirSync(allBuilt).filter((name) => name !== digest)
  for (const name of earlier) rmSync(path.join(allBuilt, name), { recursive: true, force: true })
  return current
}

/** A digest of all that has a say in what is built. */
function sourcesDigest(): string {
  const folders = [
    ...['functions', 'shared', 'build/bundle', 'build/config', 'build/runtime', 'build/system'],
    ...['build/backfill', 'build/bodies', 'build/tracking-api'], // a worker of its own
  ]
  const sources = folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => path.join(folder, name)),
  )
  const files = ['package.json', 'package-lock.json', ...sources]
  return sha256(files.map((file) => `${file}\n${readFileSync(path.join(root, file), 'utf8')}`).join('\n'))
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
