import base from './jest.config.mjs'

/** What takes long: growth, floods, faults at every step, a real PostgreSQL: npm run test:slow. @type {import('jest').Config} */
export default { ...base, testMatch: ['**/*.slow.ts'], coverageThreshold: {} }
