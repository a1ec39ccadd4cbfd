import { readdirSync } from 'node:fs'
import path from 'node:path'

const root = path.join(__dirname, '..')

/** Every TypeScript file of these folders that is the project's own, as seen from its root, with slashes. */
export function sourceFiles(folders: readonly string[]): string[] {
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .map((file) => `${folder}/${file.replaceAll(path.sep, '/')}`)
      .filter((file) => /(?<!\.d)\.tsx?$/.test(file) && !file.includes('/node_modules/')),
  )
}
