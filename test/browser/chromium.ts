import { existsSync } from 'node:fs'
import { type Browser, chromium } from 'playwright-core'

/** Where Debian puts it, unless CHROMIUM says otherwise. */
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
    `there is no browser at ${program}: install one (Debian: apt-get update && apt-get install -y chromium), or set CHROMIUM to where it is`,
  )
}
