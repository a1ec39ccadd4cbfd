import { scriptDigest } from '../bundle/banner'
import { printable } from '../cli/printable'
import type { FunctionVersion } from '../segment-api/function-shapes'
import { type NumberedVersion, provenanceOf } from '../segment-api/versions'
import { flowText } from './flow'
import type { View } from './view'

/** The first digits of a digest, for people. */
export function shownDigest(digest: string): string {
  return digest.slice(0, 12)
}

/** `version 0.2.0, saved 2031-05-04T09:00:00Z, deployed`. `built` is the digest of what this checkout builds. */
export function describeVersion(version: FunctionVersion, built: string | undefined): string {
  const { code, createdAt, isDeployed } = version
  const { projectVersion, isEdited } = provenanceOf(code ?? '')
  return [
    projectVersion === null ? 'not of this project' : `version ${projectVersion}`,
    ...(isEdited ? ['edited in Segment'] : []),
    ...(createdAt ? [`saved ${createdAt.replace(/\.\d{3}Z$/, 'Z')}`] : []),
    ...(isDeployed ? ['deployed'] : []),
    ...(code && scriptDigest(code) === built ? ['what this checkout builds'] : []),
  ].join(', ')
}

/** `12  3f2a90c1d2e4  version 0.2.0, saved …`: a version in a list. */
export function versionLine(version: NumberedVersion, built: string, { width }: View): string {
  const { number, digest } = version
  const start = `  ${String(number).padStart(3)}  ${digest === undefined ? 'no code     ' : shownDigest(digest)}  `
  const lines = flowText(printable(describeVersion(version, built)), width - start.length)
  return start + lines.join(`\n${' '.repeat(start.length)}`)
}
