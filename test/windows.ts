/** Whether these tests run on Windows, where `npm test` runs in CI, too. There jest leaves out the files `*.posix.test.ts`. */
export const isWindows = process.platform === 'win32'

/** The mode of a file that only its owner may read. Windows has no modes, and shows each file as one for everybody. */
export const ownerOnlyMode = isWindows ? 0o666 : 0o600
