/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // By default jest leaves one core idle, which of two is half.
  maxWorkers: '100%',
  roots: ['<rootDir>/test'],
  setupFilesAfterEnv: ['<rootDir>/test/no-network.ts'],
  testMatch: ['**/*.test.ts'],
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
  collectCoverageFrom: ['functions/**/*.ts', 'shared/**/*.ts', '!**/*.d.ts'],
  coverageThreshold: { global: { branches: 95 } },
}
