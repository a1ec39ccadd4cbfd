import path from 'node:path'
import packageJson from '../../package.json'

/** The project's root directory. */
export const projectRoot = path.resolve(__dirname, '../..')

/** What of package.json is shown. npm takes a repository as text or as an object. */
interface Packaged {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly repository?: string | { readonly url: string }
}

const { name, version, license, repository }: Packaged = packageJson

/** What the project says of itself; its repository only when package.json names one. */
export const about = {
  ...{ name, version, license },
  repository: typeof repository === 'object' ? repository.url : repository,
}
