import { scriptDigest } from '../../bundle/banner'
import { bundle } from '../../bundle/bundle'
import type { Context } from '../../cli/command'
import { printJson } from '../../cli/screen'
import { versionLine } from '../../render/version'
import { type NumberedVersion, provenanceOf } from '../../segment-api/versions'
import { placeOf, type Session } from '../workspace/session'

/** Prints the versions, and which of them this checkout builds. */
export async function listVersions(
  versions: readonly NumberedVersion[],
  session: Session,
  asJson: boolean,
  { screen }: Context,
): Promise<0> {
  const { name: environment, workspace, config } = session
  const { code } = await screen.during('building the function …', () => bundle({ config }))
  const built = scriptDigest(code)
  if (asJson) {
    const all = versions.map((version) => versionJson(version, built))
    printJson(screen, { environment, workspace: workspace.name, versions: all })
  } else {
    screen.print(`${placeOf(session, screen.colors.bold)}\n`)
    for (const version of versions) screen.print(versionLine(version, built, screen))
  }
  return 0
}

function versionJson({ code, ...version }: NumberedVersion, built: string): object {
  return { ...version, ...provenanceOf(code ?? ''), isBuiltHere: version.digest === built }
}
