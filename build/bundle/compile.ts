import path from 'node:path'
import { type BuildFailure, type BuildOptions, build, type Metafile, type Plugin } from 'esbuild'
import { UserError } from '../system/errors'
import { about, projectRoot } from '../system/project'
import { type BundledConfig, configurationModule } from './configuration-module'
import { handedIn } from './globals'

export interface CompileOptions {
  /** Whether the function keeps what its readings do, see `shared/read/kept.ts`. It does not unless told. */
  readonly traced?: boolean
}

/** A compiled function. */
export interface Compiled {
  /** A script that declares `onRequest` as Segment wants it. */
  readonly code: string
  /** The files whose code is in it, relative to the project. */
  readonly files: readonly string[]
}

/** Compiles an entry, which is a module that exports `onRequest`, and all it imports to one script. */
export async function compile(entry: string, config: BundledConfig, options: CompileOptions = {}): Promise<Compiled> {
  const { outputFiles, metafile } = await build(buildOptions(entry, config, options)).catch(explain)
  return { code: outputFiles[0]?.text ?? '', files: filesIn(metafile) }
}

/**
 * A script has no exports, so the entry's `onRequest` is kept in a variable. Segment runs the script in a VM context,
 * where every mention of a global is an intercepted look-up; so the usual ones are looked up once and handed in.
 */
const banner = `let paytronix;
(function (${handedIn.join(', ')}) {
"use strict";`
const footer = `})(${handedIn.join(', ')});

async function onRequest(request, settings) {
  return paytronix(request, settings);
}`

function buildOptions(entry: string, config: BundledConfig, { traced = false }: CompileOptions) {
  const contents = `import { onRequest } from ${JSON.stringify(entry)}\npaytronix = onRequest\n`
  return {
    stdin: { contents, resolveDir: projectRoot, sourcefile: 'script' },
    plugins: [configurationPlugin(config)],
    define: { PAYTRONIX_SEGMENT_SOURCE_VERSION: JSON.stringify(about.version) },
    // What only people read, and what only `npm run inspect` watches.
    dropLabels: traced ? ['DOCS'] : ['DOCS', 'TRACE'],
    alias: {
      liquidjs: path.join(projectRoot, 'build/bundle/stubs/liquidjs.ts'),
      os: path.join(projectRoot, 'build/bundle/stubs/os.ts'),
    },
    // Segment has no modules. What is left of import() becomes require(), which the gates refuse.
    supported: { 'dynamic-import': false },
    banner: { js: banner },
    footer: { js: footer },
    ...{ bundle: true, write: false, metafile: true, logLevel: 'silent', treeShaking: true, charset: 'utf8' },
    ...{ format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'node20', legalComments: 'none' },
    // The same bytes on every machine: file names in comments are relative to the project, links are not followed
    // out of it, and no tsconfig of a directory above has a say.
    ...{ absWorkingDir: projectRoot, preserveSymlinks: true, tsconfigRaw: {} },
  } satisfies BuildOptions
}

/** Gives `functions/configuration.ts` the contents that the configuration file asks for. */
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

/** Tree shaking leaves some files without a byte. */
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
