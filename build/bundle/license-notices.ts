import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { UserError } from '../system/errors'
import { projectRoot } from '../system/project'

/**
 * The licenses of the packages that these files belong to, as one comment. Empty when all files are our own. Files
 * are relative to the project.
 * @throws UserError when a package has no license text.
 */
export function licenseNotices(files: readonly string[]): string {
  const directories = new Set(files.flatMap((file) => packageOf(file) ?? []))
  const notices = [...directories].sort().map(noticeOf)
  if (notices.length === 0) return ''
  return `/*\nThis script holds code of other projects, under their licenses.\n\n${notices.join('\n\n')}\n*/\n`
}

/** The directory of a file's package. Undefined for a file of our own. */
function packageOf(file: string): string | undefined {
  return /^.*\bnode_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(file)?.[0]
}

function noticeOf(directory: string): string {
  const { name, version }: { name: string; version: string } = JSON.parse(read(directory, 'package.json'))
  return `${name} ${version}\n\n${licenseOf(directory)}`
}

/** Most packages have a license file. `@segment/actions-core` has a section in its readme. */
function licenseOf(directory: string): string {
  const names = readdirSync(path.join(projectRoot, directory))
  const file = names.find((name) => /^licen[cs]e(?:\.\w+)?$/i.test(name))
  if (file !== undefined) return read(directory, file).trim()
  const readme = names.find((name) => /^readme\.md$/i.test(name))
  const [, section] = /^## License\n([^#]+)/m.exec(readme === undefined ? '' : read(directory, readme)) ?? []
  if (section === undefined)
    throw new UserError(`cannot build: ${directory} has no license text; the script must contain it`)
  return section.trim()
}

function read(directory: string, name: string): string {
  return readFileSync(path.join(projectRoot, directory, name), 'utf8')
}
