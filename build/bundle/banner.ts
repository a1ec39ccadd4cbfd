import { digestOf } from '../system/digest'

/** What a banner says of the project. */
export interface About {
  readonly name: string
  readonly version: string
  readonly license: string
  readonly repository?: string | undefined
}

const bannerPattern =
  /^\/\*\*\n \* \S+ (\S+), .*\n(?: \* .*\n)* \* SHA-256 of everything below: ([0-9a-f]{64})\n \*\/\n/

/**
 * Puts a banner before the code. It holds no date and no commit: what did not change must not look changed.
 * The digest tells later whether the script was edited by hand.
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

/** What the banner of a script says, or undefined when there is none of ours. */
export function readBanner(script: string): { sha256: string; version: string } | undefined {
  const [, version, sha256] = bannerPattern.exec(script) ?? []
  return version !== undefined && sha256 !== undefined ? { sha256, version } : undefined
}

/** Whether a script is what was signed. False when there is no banner. */
export function isIntact(script: string): boolean {
  const text = asWritten(script)
  return readBanner(text)?.sha256 === digestOf(text.replace(bannerPattern, ''))
}

/** Whether two scripts are the same, however they were stored. */
export function isSameScript(one: string, other: string): boolean {
  return asWritten(one) === asWritten(other)
}

/** An editor may change line ends, and drop the last one or add to it. Nobody edits a function by that. */
function asWritten(script: string): string {
  return `${script.replaceAll('\r\n', '\n').trimEnd()}\n`
}
