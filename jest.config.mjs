// What `inspect` bundles with the function, and never loads itself.
const bundledInspection = [
  ...['entry', 'event-type', 'explain', 'fields', 'identity', 'origins', 'places', 'reasons', 'remainder', 'subject'],
  'uses',
]

// What runs often is compiled once more, for speed. Each test file loads all its code anew, and most run it too briefly
// to win that time back. So V8 waits longer than usual. Jest starts its workers with the arguments of this process.
process.execArgv.push('--interrupt-budget=1000000')

/** @type {import('jest').Config} */
export default {
  testEnvironment: '<rootDir>/test/environment.mjs',
  // By default jest leaves one core idle, which of two is half.
  maxWorkers: '100%',
  // Only files under a root are counted when no test loads them.
  roots: ['functions', 'shared', 'build', 'test'].map((name) => `<rootDir>/${name}`),
  // Only npm run destinations needs what is installed there.
  modulePathIgnorePatterns: ['<rootDir>/build/destinations/node_modules'],
  setupFilesAfterEnv: ['<rootDir>/test/no-network.ts', '<rootDir>/test/build-once.ts'],
  // A busy machine needs longer than the five seconds that are usual.
  testTimeout: 30_000,
  testMatch: ['**/*.test.ts'],
  // What needs a POSIX shell or links says so in its name.
  testPathIgnorePatterns: ['/node_modules/', ...(process.platform === 'win32' ? ['\\.posix\\.test\\.ts$'] : [])],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript' }, target: 'es2022' },
        module: { type: 'commonjs' },
        sourceMaps: 'inline',
      },
    ],
  },
  collectCoverageFrom: [
    '{functions,shared,build}/**/*.ts',
    '!**/*.d.ts',
    // What runs elsewhere: in a browser, in a thread of its own, or bundled into a script.
    '!build/workbench/web/**',
    '!build/runtime/worker.ts',
    '!build/backfill/worker.ts',
    '!build/destinations/runner/worker.ts',
    // What needs Segment's destination code: npm run test:destinations.
    '!build/destinations/{document,document-text,runner/segment-code}.ts',
    `!build/inspection/{${bundledInspection.join(',')}}.ts`,
    '!build/bundle/stubs/**',
  ],
  // Globally, that is in functions/ and shared/: a folder with a threshold of its own does not count there.
  coverageThreshold: { global: { branches: 95 }, './build/': { branches: 90, lines: 97 } },
}
