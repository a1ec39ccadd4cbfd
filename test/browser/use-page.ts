import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { startBrowser } from './chromium'
import { type LocalServer, startLocalServer } from './local-server'

/** The views of a request. */
export const views = ['Calls', 'Where from', 'What to do', 'Not used', 'Identity', 'Destinations', 'Warehouse']

/** The page of a test, and what a test does with it. */
export interface OpenPage {
  readonly page: Page
  readonly server: LocalServer
  /** Opens the page anew with other options. */
  reopen(options: BrowserContextOptions): Promise<void>
  button(name: string | RegExp): Locator
  /** Opens a view of the selected request. */
  tab(name: string): Promise<void>
  /** The requests in the list. */
  rows(): Locator
  /** The view that is open. */
  results(): Locator
  /** The texts of all elements that a selector finds. */
  texts(selector: string): Promise<string[]>
  /** The body of a sample. */
  sample(name: string): string
}

/** Gives each test a server and a page of its own. Afterwards the page must have reported no error. */
export function usePage(): OpenPage {
  let browser: Browser
  let server: LocalServer
  let page: Page
  /** The messages of the page's console, and uncaught errors. */
  let complaints: string[]

  async function open(options: BrowserContextOptions = {}): Promise<void> {
    complaints = []
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
    page = await context.newPage()
    page.setDefaultTimeout(5000)
    page.on('console', (message) => {
      // The browser reports each refused input. The page shows why.
      if (!message.text().includes('status of 400')) complaints.push(`${message.type()}: ${message.text()}`)
    })
    page.on('pageerror', (error) => complaints.push(String(error)))
    await page.goto(server.address)
    await page.getByText('Listening').waitFor()
    // The buttons wait for the state, of which the build tells.
    await page.getByText(/^Build 1/).waitFor({ state: 'attached' })
  }

  beforeAll(async () => {
    browser = await startBrowser()
  })
  afterAll(() => browser?.close())
  beforeEach(async () => {
    server = await startLocalServer()
    await open()
  })
  afterEach(async () => {
    await page.context().close()
    await server.close()
    expect(complaints).toEqual([])
  })

  return {
    get page() {
      return page
    },
    get server() {
      return server
    },
    async reopen(options) {
      await page.context().close()
      await open(options)
    },
    button: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }),
    tab: (name) => page.getByRole('tab', { name }).click(),
    rows: () => page.getByRole('navigation', { name: 'Requests' }).getByRole('listitem'),
    results: () => page.getByRole('tabpanel'),
    texts: (selector) => page.locator(selector).allInnerTexts(),
    sample: (name) => readFileSync(path.join(server.samples, `${name}.json`), 'utf8'),
  }
}
