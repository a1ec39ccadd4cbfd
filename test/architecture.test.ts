import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { sourceFiles } from './source-files'
import { isNode, syntaxOf } from './syntax-tree'

const root = path.join(__dirname, '..')

/** Who may import whom, files of its own folder aside. */
const allowed: Readonly<Record<string, readonly string[]>> = {
  functions: ['shared'],
  shared: [],
  build: ['functions', 'shared'],
}

/** The rooms of a folder from top to bottom: each may import those after it. A room's name is a folder's or a file's. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  build: [
    ...['cli.ts', 'commands', 'render', 'cli', 'workbench', 'backfill', 'tracking-api'],
    ...['segment-api', 'destinations', 'inspection', 'catalog', 'bodies', 'bundle', 'config', 'runtime', 'system'],
  ],
  shared: ['emit', 'read', 'mapping', 'properties', 'declare', 'privacy', 'settings', 'normalize', 'json'],
}

/** Where there is no order yet, and circles. */
const unordered = /^$/

const files = sourceFiles(['functions', 'shared', 'build'])

/** The project's own modules that each file imports, types included. */
const imports = new Map(files.map((file) => [file, importsOf(file)]))

function importsOf(file: string): string[] {
  const names = syntaxOf(path.join(root, file)).flatMap(({ type, source, argument, callee, arguments: given }) => {
    if (isNode(source) && /^(?:Import|Export(?:All|Named))Declaration$/.test(String(type))) return [source.value]
    if (isNode(argument) && type === 'TsImportType') return [argument.value]
    return isNode(callee) && callee.type === 'Import' && Array.isArray(given) ? [given[0]?.expression?.value] : []
  })
  return names.flatMap((name) => (typeof name === 'string' && name.startsWith('.') ? moduleAt(file, name) : []))
}

/** The file that a relative name stands for; none for JSON. */
function moduleAt(from: string, name: string): string[] {
  const place = path.posix.join(path.posix.dirname(from), name)
  const candidates = [place, `${place}.ts`, `${place}.tsx`, `${place}/index.ts`, `${place}.d.ts`]
  const found = candidates.find((one) => existsSync(path.join(root, one)) && statSync(path.join(root, one)).isFile())
  if (found === undefined) throw new Error(`${from} imports ${name}, which is no file`)
  return found.endsWith('.json') ? [] : [found]
}

function problemOf(from: string, to: string): string | undefined {
  const [folder = '', room = ''] = from.split('/')
  const [otherFolder = '', otherRoom = ''] = to.split('/')
  if (folder !== otherFolder) return allowed[folder]?.includes(otherFolder) ? undefined : `may not use ${otherFolder}/`
  const order = unordered.test(from) ? undefined : rooms[folder]
  if (order === undefined || room === otherRoom) return undefined
  if (!order.includes(room) || !order.includes(otherRoom)) return 'is in no room, or imports from none'
  return order.indexOf(room) < order.indexOf(otherRoom) ? undefined : 'may use only rooms below its own'
}

/** What is left when files are taken away that import nothing of the rest, or of which the rest imports nothing. */
function filesInCircles(): string[] {
  let rest = [...imports.keys()].filter((file) => !unordered.test(file))
  for (let before = rest.length + 1; rest.length < before; ) {
    before = rest.length
    const left = new Set(rest)
    const imported = new Set(rest.flatMap((file) => imports.get(file) ?? []))
    rest = rest.filter((file) => imported.has(file) && imports.get(file)?.some((other) => left.has(other)))
  }
  return rest
}

test('every file imports only from where it may', () => {
  const all = [...imports].flatMap(([file, others]) => others.map((other) => [file, other, problemOf(file, other)]))
  expect(all.length).toBeGreaterThan(500)
  expect(all.filter(([, , problem]) => problem !== undefined)).toEqual([])
})

test('no files import one another in a circle, for types neither', () => expect(filesInCircles()).toEqual([]))
