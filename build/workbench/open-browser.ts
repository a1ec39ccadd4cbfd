import { spawn } from 'node:child_process'

const openers: Partial<Record<NodeJS.Platform, readonly [string, ...string[]]>> = {
  darwin: ['open'],
  win32: ['cmd', '/c', 'start', ''],
}

/** Opens an address in the browser. Without a browser nothing happens, because the address is also on the screen. */
export function openBrowser(address: string): void {
  const [program, ...first] = openers[process.platform] ?? ['xdg-open']
  const opener = spawn(program, [...first, address], { stdio: 'ignore', detached: true })
  opener.on('error', () => undefined)
  opener.unref()
}
