import nock from 'nock'

// No test needs the network: one that tries to reach it fails.
nock.disableNetConnect()

// What nock puts around node:http outlives the file that it was loaded for, unless it is taken away.
afterAll(() => nock.restore())
