import { digestOf } from '../system/digest'

/** The facts about the project in a banner. */
export interface About {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly repository?: string | undefined
}

const bannerPattern =
  /^\/\*\*\n \* \S+ (\S+), .*\n(?: \* Repository: (\S+)\n)?(?: \* .*\n)* \* SHA-256 of everything below: ([0-9a-f]{64})\n \*\/\n/

/**
 * Puts a banner before the code. It has no date and no commit, so an unchanged script stays identical.
 * The digest shows later whether somebody edited the script by hand.
 */
export function sign(code: string, { name, version, license, repository }: About): string {
  const source = repository === undefined ? '' : ` * Repository: ${plainAddress(repository)}\n`
  return `/**
 * ${name} ${version}, ${license} license.
${source} * Generated: do not edit here. Change the project's sources, then build and deploy again.
 * SHA-256 of everything below: ${digestOf(code)}
 */
${code}`
}

/** npm and people write an address with or without `git+`, `.git` and a final slash. */
function plainAddress(repository: string): string {
  return repository
    .replace(/^git\+/, '')
    .replace(/\/$/, '')
    .replace(/\.git$/, '')
}

interface Banner {
  readonly sha256: string
  readonly version: string
  /** The repository that the script was built in. Undefined when its package.json names none. */
  readonly repository: string | undefined
}

/** Reads the banner of a script. Undefined when the script has none of ours. */
export function readBanner(script: string): Banner | undefined {
  const [, version, repository, sha256] = bannerPattern.exec(asWritten(script)) ?? []
  return version !== undefined && sha256 !== undefined ? { sha256, version, repository } : undefined
}

/** SHA-256 of a whole script, as `sha256sum` prints it of the built file. Line ends do not count. */
export function scriptDigest(script: string): string {
  return digestOf(asWritten(script))
}

/** Whether a script is unchanged since it was signed. False when it has no banner. */
export function isIntact(script: string): boolean {
  const text = asWritten(script)
  return readBanner(text)?.sha256 === digestOf(text.replace(bannerPattern, ''))
}

/** Whether two scripts are the same, apart from line ends. */
export function isSameScript(one: string, other: string): boolean {
  return asWritten(one) === asWritten(other)
}

/** Editors may change line ends and the end of the file. This does not count as an edit. */
function asWritten(script: string): string {
  return `${script.replaceAll('\r\n', '\n').trimEnd()}\n`
}
