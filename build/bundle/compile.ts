import path from 'node:path'
import { type BuildFailure, type BuildOptions, build, type Plugin } from 'esbuild'
import { UserError } from '../system/errors'
import { about, projectRoot } from '../system/project'
import { type BundledConfig, configurationModule } from './configuration-module'
import { documentation, stripLines, tracing } from './strip-lines'

const ownSources = ['functions', 'shared'].map((directory) => path.join(projectRoot, directory))

export interface CompileOptions {
  /** Whether the function reports its steps, see `shared/read/trace.ts`. It does not unless told. */
  readonly traced?: boolean
}

/**
 * Compiles an entry and all it imports to one piece of code, which ends by returning the entry's `onRequest`
 * and so belongs in a function's body.
 */
export async function compile(entry: string, config: BundledConfig, options: CompileOptions = {}): Promise<string> {
  const result = await build(buildOptions(entry, config, options)).catch(explain)
  const [output] = result.outputFiles ?? []
  return withoutMarks(withReturn(output?.text ?? ''))
}

function buildOptions(entry: string, config: BundledConfig, { traced = false }: CompileOptions): BuildOptions {
  const stripped = traced ? [documentation] : [documentation, tracing]
  return {
    entryPoints: [entry],
    plugins: [configurationPlugin(config), stripLines(ownSources, stripped)],
    define: { PAYTRONIX_SEGMENT_SOURCE_VERSION: JSON.stringify(about.version) },
    alias: {
      liquidjs: path.join(projectRoot, 'build/bundle/stubs/liquidjs.ts'),
      os: path.join(projectRoot, 'build/bundle/stubs/os.ts'),
    },
    ...{ bundle: true, write: false, logLevel: 'silent', treeShaking: true, charset: 'utf8', legalComments: 'none' },
    ...{ format: 'esm', platform: 'neutral', mainFields: ['module', 'main'], target: 'node20' },
    // The same bytes on every machine: file names in comments are relative to the project, links are not followed
    // out of it, and no tsconfig of a directory above has a say.
    ...{ absWorkingDir: projectRoot, preserveSymlinks: true, tsconfigRaw: {} },
  }
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

/** esbuild ends a module with one `export { … }`, which a script cannot have: the value is returned instead. */
function withReturn(module: string): string {
  const [statement, local = 'onRequest'] = /export \{\n {2}(?:([\w$]+) as )?onRequest\n\};\n$/.exec(module) ?? []
  if (statement === undefined) throw new UserError('the entry must export onRequest and nothing else')
  return `${module.slice(0, -statement.length)}return ${local}\n`
}

/**
 * Takes out what esbuild notes for itself (where a module began, which calls have no effect but their value), and
 * indents by tabs: the size counts, and people still have to read it. What esbuild makes of `return undefined` is as
 * well said by `return`, and at the end of a function by nothing.
 */
function withoutMarks(code: string): string {
  return code
    .replace(/^\/\/ (?:functions|shared)\/.*\n/gm, '')
    .replaceAll('/* @__PURE__ */ ', '')
    .replaceAll('return void 0;', 'return;')
    .replace(/^ {2}return;\n\}/gm, '}')
    .replace(/\n\n+/g, '\n')
    .replace(/^(?: {2})+/gm, (indent) => '\t'.repeat(indent.length / 2))
}

function explain(failure: BuildFailure): never {
  const lines = failure.errors.map(({ text, location }) =>
    location ? `${location.file}:${location.line}: ${text}` : text,
  )
  throw new UserError(`cannot build:\n${lines.join('\n')}`)
}
