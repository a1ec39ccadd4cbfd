import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** The value of CHROMIUM, or the path in Debian. */
const program = process.env.CHROMIUM ?? '/usr/bin/chromium'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Starts a browser. @throws Error that says how to install one. */
export async function startBrowser(): Promise<Browser> {
  requireBrowser()
  return chromium.launch({ executablePath: program, headless: true, args: quiet })
}

/** @throws Error that says how to install a browser when there is none. */
export function requireBrowser(): void {
  if (existsSync(program)) return
  throw new Error(
    `found no browser at ${program}; install one (Debian: apt-get update && apt-get install -y chromium), or set CHROMIUM to its path`,
  )
}
