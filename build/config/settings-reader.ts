import path from 'node:path'
import { buildSync } from 'esbuild'
import { projectRoot } from '../system/project'

/** The script of the function's own reader of settings, as the body of a function that returns `readSettings`. */
export function settingsReaderScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [path.join(projectRoot, 'shared', 'settings', 'settings.ts')],
    ...{ bundle: true, write: false, logLevel: 'silent', format: 'iife', globalName: 'settings', target: 'node20' },
    ...{ absWorkingDir: projectRoot, tsconfigRaw: {} },
  })
  return `${outputFiles[0]?.text ?? ''}\nreturn settings.readSettings`
}
