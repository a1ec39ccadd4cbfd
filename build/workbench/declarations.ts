import { runInThisContext } from 'node:vm'
import { build } from 'esbuild'
import type { EventDefinition } from '../../shared/declare/event'
import type { SettingDefinition } from '../../shared/settings/definitions'
import { projectRoot } from '../system/project'

/** The declarations in the sources. */
export interface Declarations {
  readonly events: readonly EventDefinition[]
  readonly settingDefinitions: readonly SettingDefinition[]
}

const entry = `
export { events } from './functions/events'
export { settingDefinitions } from './shared/settings/definitions'`

/** Reads the declarations from the current sources, which may have changed since this process imported them. */
export async function readDeclarations(): Promise<Declarations> {
  const { outputFiles } = await build({
    stdin: { contents: entry, resolveDir: projectRoot, loader: 'ts' },
    ...{ bundle: true, write: false, logLevel: 'silent', format: 'iife', globalName: 'declarations', target: 'node20' },
    ...{ absWorkingDir: projectRoot, tsconfigRaw: {} },
  })
  // The entry above exports exactly these two.
  return runInThisContext(`(() => { ${outputFiles[0]?.text ?? ''}; return declarations })()`) as Declarations
}
