import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Asks the system to open an address. Where there is no browser, nothing happens: the address is on the screen. */
export function openBrowser(address: string): void {
  const [program, ...first] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(program, [...first, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
