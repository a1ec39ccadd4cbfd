import path from 'node:path'
import packageJson from '../../package.json'

/** The project's root directory. */
export const projectRoot = path.resolve(__dirname, '../..')

/** The fields of package.json in use. npm accepts a repository as text or as an object. */
interface Packaged {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly repository?: string | { readonly url: string }
}

const { name, version, license, repository }: Packaged = packageJson

/** The project's name, version and license, and its repository if package.json names one. */
export const about = {
  ...{ name, version, license },
  repository: typeof repository === 'object' ? repository.url : repository,
}
