import path from 'node:path'
import { type BuildFailure, type BuildOptions, build, type Metafile, type Plugin, transform } from 'esbuild'
import { UserError } from '../system/errors'
import { about, projectRoot } from '../system/project'
import { type BundledConfig, configurationModule } from './configuration-module'
import { parameterGlobals } from './globals'
import { layOut } from './layout'

export interface CompileOptions {
  /** Whether to keep the statements labelled `TRACE`, which `npm run inspect` needs. Default: false. */
  readonly traced?: boolean
}

/** A compiled function. */
export interface Compiled {
  /** A script that declares `onRequest` as Segment requires. */
  readonly code: string
  /** The files whose code is in the script, relative to the project. */
  readonly files: readonly string[]
}

/** Compiles an entry module, which exports `onRequest`, and its imports to one script. */
export async function compile(entry: string, config: BundledConfig, options: CompileOptions = {}): Promise<Compiled> {
  const { outputFiles, metafile } = await build(buildOptions(entry, config, options)).catch(explain)
  // The bundler names each file in a comment. Transforming leaves the comments out.
  const { code } = await transform(outputFiles[0]?.text ?? '', { supported, target, legalComments: 'none' })
  return { code: asScript(options.traced ? code : await layOut(code)), files: filesIn(metafile) }
}

/**
 * A script has no exports, so a variable keeps the entry's `onRequest`. Segment runs the script in a VM context, where
 * each read of a global is slow. So the script reads the usual globals once and passes them as parameters.
 */
function asScript(code: string): string {
  const globals = parameterGlobals.join(', ')
  return `let paytronix
;(function (${globals}) {
'use strict'
${code}})(${globals})

async function onRequest(request, settings) {
	return paytronix(request, settings)
}
`
}

// Segment has no modules. esbuild turns a remaining import() into require(), and checkBundle refuses it.
// Node knows \p{…}; esbuild does not know which classes, and would make such an expression anew at each use.
const supported = { 'dynamic-import': false, 'regexp-unicode-property-escapes': true }
const target = 'node20'

function buildOptions(entry: string, config: BundledConfig, { traced = false }: CompileOptions) {
  const contents = `import { onRequest } from ${JSON.stringify(entry)}\npaytronix = onRequest\n`
  return {
    stdin: { contents, resolveDir: projectRoot, sourcefile: 'script' },
    plugins: [configurationPlugin(config)],
    define: { PAYTRONIX_SEGMENT_SOURCE_VERSION: JSON.stringify(about.version) },
    // DOCS is text for people. TRACE is only for `npm run inspect`.
    dropLabels: traced ? ['DOCS'] : ['DOCS', 'TRACE'],
    alias: {
      liquidjs: path.join(projectRoot, 'build/bundle/stubs/liquidjs.ts'),
      os: path.join(projectRoot, 'build/bundle/stubs/os.ts'),
    },
    ...{ bundle: true, write: false, metafile: true, logLevel: 'silent', treeShaking: true },
    ...{ format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target, supported },
    // For the same bytes on every machine, esbuild ignores symbolic links and the tsconfig of any parent directory.
    ...{ absWorkingDir: projectRoot, preserveSymlinks: true, tsconfigRaw: {} },
  } satisfies BuildOptions
}

/** Replaces the contents of `functions/configuration.ts` with the user's configuration. */
function configurationPlugin(config: BundledConfig): Plugin {
  const file = path.join(projectRoot, 'functions', 'configuration.ts')
  return {
    name: 'configuration',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]configuration\.ts$/ }, (module) =>
        module.path === file ? { contents: configurationModule(config), loader: 'ts' } : undefined,
      )
    },
  }
}

/** Leaves out files that tree shaking removed completely. */
function filesIn({ outputs }: Metafile): string[] {
  const inputs = Object.values(outputs).flatMap((output) => Object.entries(output.inputs))
  return inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0).map(([file]) => file)
}

function explain(failure: BuildFailure): never {
  const lines = failure.errors.map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  )
  throw new UserError(`cannot build:\n${lines.join('\n')}`)
}
