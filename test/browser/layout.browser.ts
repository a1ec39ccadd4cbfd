import { brokenWords, seriousFindings, widestOf } from './measure-page'
import { usePage, views } from './use-page'

const given = usePage()
const { button, tab, rows, results, sample } = given
const narrow = { width: 390, height: 844 }
/** Wallets with lists inside, which need several columns. */
const wallets = [
  { walletCode: 12, label: 'Frequent Diner Points', balance: 1250, expirations: [{ amount: 100, date: '2026-01-31' }] },
  { walletCode: 61, label: 'Free Chowder', balance: 0, type: 'reward', giftable: true, scale: 2 },
]

/** Opens a request of the list, also where the page shows one thing at a time. */
async function openRow(index: number): Promise<void> {
  const back = button('All requests')
  if (await back.isVisible()) await back.click()
  await rows().nth(index).getByRole('button').click()
}

describe.each([1280, 390])('at a width of %d', (width) => {
  beforeEach(() => given.page.setViewportSize({ width, height: 844 }))

  test('nothing is wider than the page, and no word is broken', async () => {
    const long = 'x'.repeat(300)
    await given.server.send({ event: 'Check-In', accountId: 5, firstName: long, [long]: long, store: { name: long } })
    await given.server.send(sample('add-redeem/several-lists'))
    await given.server.send(sample('check-in/batch-with-rejects'))
    await given.server.send({
      event: 'Check-In',
      accountId: 5,
      wallets,
      note: 'an e-mail or a well-known X-Paytronix-Id',
    })
    await rows().nth(3).waitFor()
    for (const row of [0, 1, 2, 3]) {
      await openRow(row)
      for (const name of views) {
        await tab(name)
        expect([row, name, await widestOf(given.page), await brokenWords(given.page)]).toEqual([row, name, width, []])
      }
    }
    if (width === narrow.width) await button('All requests').click()
    for (const name of [/^Settings/, 'Send a sample']) {
      await inDialog(name, async () => {
        expect([name, await widestOf(given.page), await brokenWords(given.page)]).toEqual([name, width, []])
      })
    }
  })

  test.each(['Calls', 'Where from'])('a table inside the table of %s is readable', async (view) => {
    await given.server.send({ event: 'Check-In', accountId: 5, wallets })
    await rows().first().waitFor()
    await openRow(0)
    await tab(view)
    const table = results().locator('.inner').filter({ hasText: 'Free Chowder' }).first()
    expect(await table.getByRole('row', { name: '61 Free Chowder 0' }).count()).toBe(1)
    expect((await table.boundingBox())?.height).toBeLessThan(200)
    expect(await brokenWords(given.page)).toEqual([])
  })
})

describe('at a width of 390, one thing is shown at a time', () => {
  beforeEach(async () => {
    await given.page.setViewportSize(narrow)
    await given.server.send({ event: 'Check-In', accountId: 5 })
    await given.server.send({ event: 'Referral', accountId: 6 })
    await rows().nth(1).waitFor()
  })
  const focused = () => given.page.locator(':focus').innerText()
  const article = () => given.page.getByRole('article')

  test('first the list, then a request, and back to where it was', async () => {
    expect(await article().count()).toBe(0)
    await openRow(1)
    await given.page.getByRole('article', { name: 'Request 1' }).waitFor()
    expect([await rows().count(), await button(/^Settings/).count(), await focused()]).toEqual([0, 0, 'All requests'])
    await button('All requests').click()
    expect([await rows().count(), await article().count()]).toEqual([2, 0])
    expect(await focused()).toContain('Check-In')
  })

  test('a request that arrives later does not cover the list or the request', async () => {
    await given.server.send({ event: 'Check-In', accountId: 7 })
    await rows().nth(2).waitFor()
    expect(await article().count()).toBe(0)
    await openRow(1)
    await given.page.getByRole('article', { name: 'Request 2' }).waitFor()
    await given.server.send({ event: 'Check-In', accountId: 8 })
    await given.page.getByText('#2 at').waitFor()
    expect(await rows().count()).toBe(0)
  })

  test('the body is a view of its own, and a place in it opens that view', async () => {
    await openRow(1)
    expect(await given.page.locator('.body').count()).toBe(0)
    await tab('Where from')
    await button('accountId').click()
    expect(await given.page.getByRole('tab', { selected: true }).innerText()).toBe('Body')
    expect(await given.page.locator('.line.shown').allInnerTexts()).toEqual(['  "accountId": 5'])
  })

  test('an edit stays while another view is open', async () => {
    await openRow(1)
    await tab('Body')
    await button('Edit').click()
    await given.page.getByRole('textbox', { name: 'Body to send' }).fill('{"event":"Check-In","accountId":9}')
    await tab('Calls')
    await tab('Body')
    await button('Send again').click()
    await given.page.getByRole('article', { name: 'Request 3' }).waitFor()
    expect(await given.page.locator('.body').innerText()).toContain('"accountId": 9')
  })

  test('a wider window shows both again', async () => {
    await openRow(1)
    await tab('Body')
    await given.page.setViewportSize({ width: 1280, height: 800 })
    await rows().nth(1).waitFor()
    expect(await given.page.getByRole('tab', { selected: true }).innerText()).toBe('Calls')
    expect(await given.page.locator('.body').count()).toBe(1)
  })
})

describe.each([
  ['light', 1280],
  ['dark', 1280],
  ['light', 390],
] as const)('axe finds nothing serious in the %s theme at a width of %d', (colorScheme, width) => {
  // The page's content security policy would block axe.
  beforeEach(() => given.reopen({ colorScheme, bypassCSP: true, viewport: { width, height: 800 } }))

  test('without requests', async () => {
    expect(await seriousFindings(given.page)).toEqual([])
  })

  test('with requests, in every view and dialog', async () => {
    await given.server.send({ event: 'No Such Event', accountId: 6 })
    await given.server.send(sample('check-in/batch-with-rejects'))
    await given.server.send({ event: 'Check-In', accountId: 5, wallets })
    await rows().nth(2).waitFor()
    expect(await seriousFindings(given.page)).toEqual([])
    for (const name of [/^Settings/, 'Send a sample']) await checkDialog(name)
    await openRow(0)
    for (const name of width === narrow.width ? [...views, 'Body'] : views) {
      await tab(name)
      expect([name, await seriousFindings(given.page)]).toEqual([name, []])
    }
    await button('Edit').click()
    expect(await seriousFindings(given.page)).toEqual([])
    await checkDialog('Save as test case')
  })
})

function checkDialog(name: string | RegExp): Promise<void> {
  return inDialog(name, async () => expect([name, await seriousFindings(given.page)]).toEqual([name, []]))
}

/** Opens a dialog by its button, and closes it after a check. */
async function inDialog(name: string | RegExp, check: () => Promise<void>): Promise<void> {
  const dialog = given.page.getByRole('dialog')
  await button(name).click()
  await dialog.waitFor()
  await check()
  await given.page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}
