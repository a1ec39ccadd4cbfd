import base from './jest.config.mjs'

/** Segment's destination code, where it is installed: npm run test:destinations. @type {import('jest').Config} */
export default {
  ...base,
  testTimeout: 60_000,
  testMatch: ['**/*.destinations.ts'],
  coverageThreshold: {},
}
