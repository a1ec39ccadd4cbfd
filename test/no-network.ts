import nock from 'nock'

// No test needs the network: one that tries to reach it fails.
nock.disableNetConnect()
