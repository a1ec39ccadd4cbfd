import path from 'node:path'
import packageJson from '../../package.json'

/** The project's root directory. */
export const projectRoot = path.resolve(__dirname, '../..')

/** What the project says of itself. */
export const about = { name: packageJson.name, version: packageJson.version, license: packageJson.license }
