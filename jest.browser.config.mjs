import base from './jest.config.mjs'

/** The page in a real browser: npm run test:browser. @type {import('jest').Config} */
export default {
  ...base,
  // One browser, one file: the rest of the machine is the browser's.
  maxWorkers: 1,
  globalSetup: '<rootDir>/test/browser/before-all.ts',
  setupFilesAfterEnv: [],
  testMatch: ['**/*.browser.ts'],
  coverageThreshold: {},
}
