/** Whether these tests run on Windows, where `npm test` runs in CI, too. */
export const isWindows = process.platform === 'win32'

/** What Windows does not have. A test that needs one of them is left out there. */
const lacking = {
  sh: 'npm runs scripts by cmd.exe, and a bash may be that of another system',
  links: 'to make a link to a file needs special rights',
} as const

/** `test`, or on Windows a test that is skipped because of what it needs. */
export function testNeeding(_what: keyof typeof lacking): jest.It {
  return isWindows ? test.skip : test
}

/** The mode of a file that only its owner may read. Windows has no modes, and shows each file as one for everybody. */
export const ownerOnlyMode = isWindows ? 0o666 : 0o600
