import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { startBrowser } from './chromium'
import { type LocalServer, startLocalServer } from './local-server'
import { seriousFindings, widestOf } from './measure-page'

let browser: Browser
let server: LocalServer
let page: Page
/** The messages of the page's console, and uncaught errors. */
let complaints: string[]

beforeAll(async () => {
  browser = await startBrowser()
})
afterAll(() => browser?.close())

beforeEach(async () => {
  server = await startLocalServer()
  page = await open()
})
afterEach(async () => {
  await page.context().close()
  await server.close()
  expect(complaints).toEqual([])
})

/** Opens the page. The default screen is 1280 by 800. */
async function open(options: BrowserContextOptions = {}): Promise<Page> {
  complaints = []
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, ...options })
  const opened = await context.newPage()
  opened.setDefaultTimeout(5000)
  opened.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`))
  opened.on('pageerror', (error) => complaints.push(String(error)))
  await opened.goto(server.address)
  await opened.getByText('Listening').waitFor()
  return opened
}

const button = (name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' })
const tab = (name: string) => page.getByRole('tab', { name }).click()
const rows = () => page.getByRole('navigation', { name: 'Requests' }).getByRole('listitem')
const results = () => page.getByRole('tabpanel')
const sample = (name: string) => readFileSync(path.join(server.samples, `${name}.json`), 'utf8')

async function texts(selector: string): Promise<string[]> {
  return page.locator(selector).allInnerTexts()
}

test('without requests the page says how to send one', async () => {
  expect(await page.locator('.empty').innerText()).toContain(
    `curl -H 'content-type: application/json' \\\n -d @test/webhooks/check-in/epoch-time.json \\\n ${server.address}/webhook`,
  )
})

test('a webhook appears without reloading, with its calls, where they are from and its warehouse rows', async () => {
  expect(await server.send(sample('add-redeem/several-lists'))).toBe(200)
  await rows().getByText('Dana Whitcombe · 51830427').waitFor()
  expect(await texts('.row-event, .row-result')).toEqual(['Add/Redeem', '200 · 2 calls'])

  await results().getByRole('heading', { name: 'track Add/Redeem' }).waitFor()
  expect(await results().getByRole('row', { name: 'store_name Harbor Grill Old Port' }).count()).toBe(1)

  await tab('Where from')
  await button('store.name').hover()
  expect(await texts('.line.shown')).toEqual(['    "name": "Harbor Grill Old Port",'])
  await button('cardInfo.printedCardNumber').click()
  await page.mouse.move(0, 0)
  await page.getByRole('heading', { name: 'Body' }).hover()
  expect(await texts('.line.shown')).toEqual(['    "printedCardNumber": "0057310000248613",'])

  await tab('Identity')
  expect(await results().getByRole('row', { name: 'accountId used 51830427 account.accountId' }).count()).toBe(1)

  await tab('Not used')
  expect(await results().getByRole('row', { name: 'headerInfo.operatorId A19 means nothing here' }).count()).toBe(1)

  await tab('Warehouse')
  const names = ['tracks 1 row', 'identifies 1 row', 'users 1 row', 'add_redeem 1 row']
  expect(await results().getByRole('heading').allInnerTexts()).toEqual(names)
  expect(await results().getByRole('row', { name: 'store_code varchar 0042' }).count()).toBe(1)
})

test('the place of a value is shown in an event of a batch, too', async () => {
  await server.send({
    events: [
      { event: 'Check-In', accountId: 5 },
      { event: 'Check-In', accountId: 6 },
    ],
  })
  await tab('Where from')
  await button('accountId').nth(1).hover()
  expect(await texts('.line.shown')).toEqual(['      "accountId": 6'])
})

test('a number is shown with the digits that were sent', async () => {
  await server.send('{"event":"Check-In","accountId":90071992547409931}')
  await page.locator('.line').first().waitFor()
  expect(await texts('.line')).toContain('  "accountId": 90071992547409931')
})

test('a body is edited and sent again as a request of its own', async () => {
  await server.send({ event: 'Check-In', accountId: 5 })
  await button('Edit').click()
  const editor = page.getByRole('textbox', { name: 'Body to send' })
  await editor.fill('{"event":"Check-In",')
  await page.getByText('Not JSON').waitFor()
  await editor.fill('{"event":"Check-In","accountId":6}')
  await button('Send again').click()
  await page.getByRole('article', { name: 'Request 2' }).waitFor()
  expect(await texts('.row-guest')).toEqual(['6', '5'])
  expect(await page.locator('pre.body').innerText()).toContain('"accountId": 6')
})

test('a sample is chosen from the menu by the keyboard', async () => {
  await button('Send a sample').focus()
  await page.keyboard.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'canadian-store' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  expect(await texts('.row-event')).toEqual(['Check-In'])
})

test('settings are changed, and what is selected runs again with them', async () => {
  await server.send({ event: 'Check-In', accountId: 5 })
  await button('Settings').click()
  await page.getByLabel('Event names').fill('Check-In = Store Visit')
  await page.getByLabel('Identify calls').selectOption('never')
  await button('Apply').click()
  await page.getByRole('heading', { name: 'Store Visit', level: 2 }).waitFor()
  expect(await texts('.row-event, .row-result')).toEqual(['Store Visit', '200 · 1 call'])
})

test('after an edit of the sources the selected request runs again', async () => {
  await server.send({ event: 'Check-In', accountId: 5 })
  await page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  // Imitates an edit of the sources: later runs give another result.
  await server.workbench.set({ eventNames: { 'Check-In': 'Visit' } })
  await server.workbench.rebuild()
  await page.getByRole('heading', { name: 'Visit', level: 2 }).waitFor()
  await page.getByText(/^Build 2/).waitFor()
})

test('a failed build is reported, and the requests stay', async () => {
  await server.send({ event: 'Check-In', accountId: 5 })
  server.failBuilds('cannot build: functions/check-in.ts:12: Unexpected "}"')
  await server.workbench.rebuild()
  const alert = 'cannot build: functions/check-in.ts:12: Unexpected "}"\nThe previous build stays in use.'
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').innerText()).toBe(alert)
  expect(await texts('.row-result')).toEqual(['200 · 2 calls'])
})

test('a test case is shown and then saved', async () => {
  const body = { event: 'Check-In', accountId: 5 }
  await server.send(body)
  await button('Save as test case').click()
  await page.getByLabel('What is special about it').fill('from-the-page')
  await button('Show both files').click()
  await page.getByRole('heading', { name: 'check-in/from-the-page.expected.json' }).waitFor()
  const [shownBody, shownExpectation] = await texts('.both pre')
  const file = path.join(server.samples, 'check-in', 'from-the-page')
  expect(existsSync(`${file}.json`)).toBe(false)
  await button('Save both').click()
  await page.getByText('Saved check-in/from-the-page.json and check-in/from-the-page.expected.json').waitFor()
  expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toEqual(body)
  expect(readFileSync(`${file}.json`, 'utf8').trimEnd()).toBe(shownBody?.trimEnd())
  expect(readFileSync(`${file}.expected.json`, 'utf8').trimEnd()).toBe(shownExpectation?.trimEnd())
})

test('a request is copied as a curl command', async () => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await server.send({ event: 'Check-In', accountId: 5, note: "it's" })
  await button('Copy as curl').click()
  await page.getByText('Copied the curl command.').waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    `curl -H 'content-type: application/json' --data-raw '{"event":"Check-In","accountId":5,"note":"it'\\''s"}' '${server.address}/webhook'`,
  )
})

test('requests are filtered by outcome and by search', async () => {
  await server.send({ event: 'Check-In', accountId: 5, firstName: 'Dana' })
  await server.send({ event: 'No Such Event', accountId: 6 })
  await rows().nth(1).waitFor()
  await button('Failed 1').click()
  expect(await texts('.row-event')).toEqual(['No Such Event'])
  await button('All 2').click()
  await page.getByRole('searchbox').fill('dana')
  expect(await texts('.row-event')).toEqual(['Check-In'])
  await page.getByRole('searchbox').fill('nobody')
  await page.getByText('None of 2 requests matches').waitFor()
})

test('a body full of markup is shown as text', async () => {
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script></pre>&lt;'
  const key = '"><svg onload="document.title=3">'
  await server.send({ event: 'Check-In', userId: markup, firstName: markup, store: { name: markup }, [key]: markup })
  await server.send(`<script>document.title=4</script>${markup}`)
  await rows().nth(1).waitFor()
  expect(await page.locator('pre.body').innerText()).toContain('<script>document.title=4</script><img src=x')
  await rows().nth(1).getByRole('button').click()
  for (const name of ['Calls', 'Where from', 'Identity', 'Not used', 'Warehouse']) {
    await tab(name)
    expect(await results().innerText()).toContain('<script>document.title=2</script>')
  }
  expect(await page.title()).toBe('Paytronix workbench')
  expect(await page.locator('#workbench :is(script, img, svg)').count()).toBe(0)
})

test('the names of events, headers, wallets, samples and settings are shown as text', async () => {
  const markup = '<img src=x onerror=document.title=5>'
  writeFileSync(path.join(server.samples, 'check-in', `${markup}.json`), '{}')
  await server.workbench.set({ unknownEvents: 'track', eventNames: { [markup]: `new ${markup}` } })
  const wallets = { [markup]: 5, '7': { label: markup, balance: 1 } }
  await fetch(`${server.address}/webhook?from=${markup}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-note': markup },
    body: JSON.stringify({ event: markup, accountId: markup, wallets, timestamp: markup }),
  })
  await page.getByRole('heading', { name: `new ${markup}`, level: 2 }).waitFor()
  expect(await texts('.row-event')).toEqual([`new ${markup}`])
  for (const name of ['Calls', 'Where from', 'Identity', 'Not used', 'Warehouse']) await tab(name)
  await page.getByText('Headers').click()
  expect(await page.locator('.headers').innerText()).toContain(markup)
  await button('Send a sample').click()
  await page.getByRole('dialog').getByRole('button', { name: markup }).waitFor()
  await page.keyboard.press('Escape')
  await button(/^Settings/).click()
  expect(await page.getByLabel('Event names').inputValue()).toBe(`${markup} = new ${markup}`)
  expect(await page.title()).toBe('Paytronix workbench')
  expect(await page.locator('#workbench :is(script, img, svg)').count()).toBe(0)
})

test('a key that turns the direction of text does not turn its value', async () => {
  await server.send({ event: 'Check-In', accountId: 5, '\u202e': 'after' })
  const line = page.locator('.line').filter({ hasText: 'after' })
  const [key, value] = await Promise.all([line.locator('.key').boundingBox(), line.locator('.text').boundingBox()])
  expect(value?.x).toBeGreaterThanOrEqual((key?.x ?? 0) + (key?.width ?? 0) - 1)
})

test.each([1280, 390])('at a width of %d nothing is wider than the page', async (width) => {
  const long = 'x'.repeat(300)
  await server.send({ event: 'Check-In', accountId: 5, firstName: long, [long]: long, store: { name: long } })
  await server.send(sample('add-redeem/several-lists'))
  await server.send(sample('check-in/batch-of-three'))
  await page.setViewportSize({ width, height: 844 })
  await rows().nth(2).waitFor()
  for (const row of [0, 1, 2]) {
    await rows().nth(row).getByRole('button').click()
    for (const name of ['Calls', 'Where from', 'Identity', 'Not used', 'Warehouse']) {
      await tab(name)
      expect(await widestOf(page)).toBe(width)
    }
  }
  await button('Settings').click()
  expect(await widestOf(page)).toBe(width)
})

describe.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', (colorScheme) => {
  beforeEach(async () => {
    await page.context().close()
    // The page's content security policy would block axe.
    page = await open({ colorScheme, bypassCSP: true })
  })

  test('without requests', async () => {
    expect(await seriousFindings(page)).toEqual([])
  })

  test('with requests, in every view and dialog', async () => {
    await server.send({ event: 'No Such Event', accountId: 6 })
    await server.send(sample('check-in/batch-with-rejects'))
    await server.send(sample('check-in/epoch-time'))
    await rows().nth(2).waitFor()
    for (const name of ['Calls', 'Where from', 'Identity', 'Not used', 'Warehouse']) {
      await tab(name)
      expect([name, await seriousFindings(page)]).toEqual([name, []])
    }
    await button('Edit').click()
    expect(await seriousFindings(page)).toEqual([])
    for (const name of ['Settings', 'Send a sample', 'Save as test case']) {
      await button(name).click()
      expect([name, await seriousFindings(page)]).toEqual([name, []])
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
    }
  })
})
