import { digestOf } from '../system/digest'

/** The facts about the project in a banner. */
export interface About {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly repository?: string | undefined
}

const bannerPattern =
  /^\/\*\*\n \* \S+ (\S+), .*\n(?: \* .*\n)* \* SHA-256 of everything below: ([0-9a-f]{64})\n \*\/\n/

/**
 * Puts a banner before the code. It has no date and no commit, so an unchanged script stays identical.
 * The digest shows later whether somebody edited the script by hand.
 */
export function sign(code: string, { name, version, license, repository }: About): string {
  const source = repository === undefined ? '' : ` * ${repository}\n`
  return `/**
 * ${name} ${version}, ${license} license.
${source} * Generated: do not edit here. Change the project's sources, then build and deploy again.
 * SHA-256 of everything below: ${digestOf(code)}
 */
${code}`
}

/** Reads the banner of a script. Undefined when the script has none of ours. */
export function readBanner(script: string): { sha256: string; version: string } | undefined {
  const [, version, sha256] = bannerPattern.exec(script) ?? []
  return version !== undefined && sha256 !== undefined ? { sha256, version } : undefined
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
