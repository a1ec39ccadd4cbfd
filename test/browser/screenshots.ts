// Takes the screenshots in docs/, in both themes: npm run screenshots
import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { projectRoot } from '../../build/system/project'
import { webhooksDirectory } from '../webhook-cases'
import { startBrowser } from './chromium'
import { type LocalServer, startLocalServer } from './local-server'

const samples = [
  'referral/friend-registered',
  'recharge-value/failed',
  'session-concluded/app-session',
  'survey-completion/numbers-and-choices',
  'check-in/epoch-time',
  'web-registration/typed-style',
  'add-redeem/several-lists',
]

async function main() {
  const server = await startLocalServer(clock())
  const browser = await startBrowser()
  for (const name of samples) await server.send(readFileSync(path.join(webhooksDirectory, `${name}.json`), 'utf8'))
  await server.send({ event: 'No Such Event', accountId: 5501 })
  for (const theme of ['light', 'dark'] as const) await shoot(browser, server, theme)
  await browser.close()
  await server.close()
}

/** A clock that gives the same times in every picture. */
function clock(): () => Date {
  let seconds = 0
  return () => {
    seconds += 7
    return new Date(Date.UTC(2026, 0, 31, 12, 0, seconds))
  }
}

async function shoot(browser: Browser, { address }: LocalServer, colorScheme: 'light' | 'dark'): Promise<void> {
  const viewport = { width: 1280, height: 800 }
  const page = await browser.newPage({ viewport, colorScheme, timezoneId: 'UTC' })
  await page.goto(address)
  await page.getByRole('button', { name: /^Add\/Redeem/ }).click()
  await page.getByRole('tab', { name: 'Where from' }).click()
  await page.getByRole('button', { name: 'cardInfo.printedCardNumber' }).first().hover()
  await page.screenshot({ path: path.join(projectRoot, 'docs', `workbench-${colorScheme}.png`) })
  await page.close()
}

void main()
