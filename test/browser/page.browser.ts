import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { usePage, views } from './use-page'

const given = usePage()
const { button, tab, rows, results, texts, sample } = given

test('without requests the page says how to send one', async () => {
  expect(await given.page.locator('.empty').innerText()).toContain(
    `curl -H "content-type: application/json" \\\n -d @test/webhooks/check-in/epoch-time.json \\\n ${given.server.address}/webhook`,
  )
})

test('a webhook appears without reloading, with its calls, where they are from and its warehouse rows', async () => {
  expect(await given.server.send(sample('add-redeem/several-lists'))).toBe(200)
  await rows().getByText('Dana Whitcombe · 51830427').waitFor()
  expect(await texts('.row-event, .row-result')).toEqual(['Add/Redeem', '200 · 2 calls'])

  await results().getByRole('heading', { name: 'track Add/Redeem' }).waitFor()
  expect(await results().getByRole('row', { name: 'store_name Harbor Grill Old Port' }).count()).toBe(1)

  await tab('Where from')
  await button('store.name').hover()
  expect(await texts('.line.shown')).toEqual(['    "name": "Harbor Grill Old Port",'])
  await button('cardInfo.printedCardNumber').click()
  await given.page.mouse.move(0, 0)
  await given.page.getByRole('heading', { name: 'Body' }).hover()
  expect(await texts('.line.shown')).toEqual(['    "printedCardNumber": "0057310000248613",'])

  await tab('Identity')
  expect(await results().getByRole('row', { name: 'accountId used 51830427 account.accountId' }).count()).toBe(1)

  await tab('Not used')
  expect(await results().getByRole('row', { name: 'headerInfo.operatorId A19 not a known name' }).count()).toBe(1)
  expect(await results().getByRole('row', { name: 'details[*].accrued 38, 1, 0 not a known name' }).count()).toBe(1)
  await button('details[*].accrued').hover()
  expect(await texts('.line.shown')).toEqual(['38', '1', '0'].map((value) => `      "accrued": "${value}",`))

  await tab('Warehouse')
  const names = ['tracks 1 row', 'identifies 1 row', 'users 1 row', 'add_redeem 1 row']
  expect(await results().getByRole('heading').allInnerTexts()).toEqual(names)
  expect(await results().getByRole('row', { name: 'store_code varchar 0042' }).count()).toBe(1)
})

test('the place of a value is shown in an event of a batch, too', async () => {
  await given.server.send({
    events: [
      { event: 'Check-In', accountId: 5 },
      { event: 'Check-In', accountId: 6 },
    ],
  })
  await tab('Where from')
  await button('accountId').nth(1).hover()
  expect(await texts('.line.shown')).toEqual(['      "accountId": 6'])
})

test('of many events the first are shown, and all of them when asked', async () => {
  await given.server.send(Array.from({ length: 60 }, (_, index) => ({ event: 'Check-In', accountId: index + 1 })))
  await rows().first().waitFor()
  await tab('Where from')
  expect(await results().getByRole('heading').count()).toBe(50)
  await button('Show all 60 events').click()
  expect(await results().getByRole('heading').count()).toBe(60)
})

test('a number is shown with the digits that were sent', async () => {
  await given.server.send('{"event":"Check-In","accountId":90071992547409931}')
  await given.page.locator('.line').first().waitFor()
  expect(await texts('.line')).toContain('  "accountId": 90071992547409931')
})

test('a body is edited and sent again as a request of its own', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5 })
  await button('Edit').click()
  const editor = given.page.getByRole('textbox', { name: 'Body to send' })
  await editor.fill('{"event":"Check-In",')
  await given.page.getByText('Not JSON').waitFor()
  await editor.fill('{"event":"Check-In","accountId":6}')
  await button('Send again').click()
  await given.page.getByRole('article', { name: 'Request 2' }).waitFor()
  expect(await texts('.row-guest')).toEqual(['6', '5'])
  expect(await given.page.locator('pre.body').innerText()).toContain('"accountId": 6')
})

test('a sample is chosen from the menu by the keyboard', async () => {
  await button('Send a sample').focus()
  await given.page.keyboard.press('Enter')
  await given.page.getByRole('dialog').getByRole('button', { name: 'canadian-store' }).focus()
  await given.page.keyboard.press('Enter')
  await given.page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  expect(await texts('.row-event')).toEqual(['Check-In'])
})

test('settings are changed, and what is selected runs again with them', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5 })
  await button(/^Settings/).click()
  await given.page.getByLabel('Event names').fill('Check-In = Store Visit')
  await given.page.getByLabel('Identify calls').selectOption('never')
  await button('Apply').click()
  await given.page.getByRole('heading', { name: 'Store Visit', level: 2 }).waitFor()
  expect(await texts('.row-event, .row-result')).toEqual(['Store Visit', '200 · 1 call'])
})

test('after an edit of the sources the selected request runs again', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5 })
  await given.page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  // Imitates an edit of the sources: later runs give another result.
  await given.server.workbench.set({ eventNames: { 'Check-In': 'Visit' } })
  await given.server.workbench.rebuild()
  await given.page.getByRole('heading', { name: 'Visit', level: 2 }).waitFor()
  await given.page.getByText(/^Build 2/).waitFor()
})

test('after a change every rejected request runs again, also while another one is selected', async () => {
  await given.server.send({ event: 'No Such Event', accountId: 5 })
  await given.server.send([
    { event: 'Check-In', accountId: 5 },
    { event: 'No Such Event', accountId: 5 },
  ])
  await given.server.send({ event: 'Check-In', accountId: 5 })
  await rows().nth(2).waitFor()
  const results = ['200 · 2 calls', '200 · 1 of 2 events rejected · 2 calls', '400 · rejected']
  expect(await texts('.row-result')).toEqual(results)
  await button(/^Settings/).click()
  await given.page.getByLabel('Unknown events').selectOption('track')
  await button('Apply').click()
  await button('Rejected 0').waitFor()
  expect(await texts('.row-result')).toEqual(['200 · 2 calls', '200 · 4 calls', '200 · 2 calls'])
})

test('settings that the function would not accept are refused with the reason, and nothing changes', async () => {
  await button(/^Settings/).click()
  await given.page.getByLabel('Time zone').fill('Mars')
  await button('Apply').click()
  const alert = given.page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.innerText()).toBe(
    'timeZone: expected an IANA time zone, such as "America/New_York" or "UTC", received another text',
  )
  await given.page.getByLabel('Time zone').fill('UTC')
  await given.page.getByLabel('Event names').fill('Check-In')
  await button('Apply').click()
  await given.page.getByText('Event names: expected a line such as old name = new name').waitFor()
  await given.page.getByLabel('Event names').fill('Check-In = Visit')
  await button('Apply').click()
  await button('Settings3').waitFor()
  expect(given.server.workbench.settings).toMatchObject({ timeZone: 'UTC', eventNames: { 'Check-In': 'Visit' } })
})

test('a failed build is reported, and the requests stay', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5 })
  given.server.failBuilds('cannot build: functions/check-in.ts:12: Unexpected "}"')
  await given.server.workbench.rebuild()
  const alert = 'cannot build: functions/check-in.ts:12: Unexpected "}"\nThe previous build stays in use.'
  await given.page.getByRole('alert').waitFor()
  expect(await given.page.getByRole('alert').innerText()).toBe(alert)
  expect(await texts('.row-result')).toEqual(['200 · 2 calls'])
})

test('a test case is shown and then saved', async () => {
  const body = { event: 'Check-In', accountId: 5 }
  await given.server.send(body)
  await button('Save as test case').click()
  await given.page.getByLabel('What is special about it').fill('from-the-page')
  await button('Show both files').click()
  await given.page.getByRole('heading', { name: 'check-in/from-the-page.expected.json' }).waitFor()
  const [shownBody, shownExpectation] = await texts('.both pre')
  const file = path.join(given.server.samples, 'check-in', 'from-the-page')
  expect(existsSync(`${file}.json`)).toBe(false)
  await button('Save both').click()
  await given.page.getByText('Saved check-in/from-the-page.json and check-in/from-the-page.expected.json').waitFor()
  expect(JSON.parse(readFileSync(`${file}.json`, 'utf8'))).toEqual(body)
  expect(readFileSync(`${file}.json`, 'utf8').trimEnd()).toBe(shownBody?.trimEnd())
  expect(readFileSync(`${file}.expected.json`, 'utf8').trimEnd()).toBe(shownExpectation?.trimEnd())
})

test('a name that Windows does not allow is refused', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5 })
  await button('Save as test case').click()
  await given.page.getByLabel('What is special about it').fill('aux')
  await button('Show both files').click()
  await given.page.getByText('Windows allows no file named aux; choose another name').waitFor()
})

test('secrets are hidden wherever they came, and what is sent again still has them', async () => {
  await given.server.workbench.set({ sharedSecret: 'hunter2' })
  await fetch(`${given.server.address}/webhook?event=Check-In&token=hunter2`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-paytronix-secret': 'hunter2', 'x-note': 'hunter2' },
    body: JSON.stringify({ accountId: 5, password: 'hunter3', note: 'hunter2' }),
  })
  await given.page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  await given.page.getByText('Headers').click()
  for (const name of views) {
    await tab(name)
    expect(await given.page.content()).not.toContain('hunter')
  }
  expect(await texts('.line')).toContain('  "password": "…",')
  await button('Send again').click()
  await given.page.getByRole('article', { name: 'Request 2' }).waitFor()
  expect((await texts('.row-result'))[0]).toBe('200 · 2 calls · sent here')
})

test('a request is copied as a curl command', async () => {
  await given.page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
  await given.server.send({ event: 'Check-In', accountId: 5, note: "it's" })
  await button('Copy as curl').click()
  await given.page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await given.page.evaluate('navigator.clipboard.readText()')).toBe(
    `curl -H 'content-type: application/json' --data-raw '{"event":"Check-In","accountId":5,"note":"it'\\''s"}' '${given.server.address}/webhook'`,
  )
})

test('requests are filtered by outcome and by search', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5, firstName: 'Dana' })
  await given.server.send({ event: 'No Such Event', accountId: 6 })
  await rows().nth(1).waitFor()
  await button('Rejected 1').click()
  expect(await texts('.row-event')).toEqual(['No Such Event'])
  await button('All 2').click()
  await given.page.getByRole('searchbox').fill('dana')
  expect(await texts('.row-event')).toEqual(['Check-In'])
  await given.page.getByRole('searchbox').fill('nobody')
  await given.page.getByText('None of 2 requests matches').waitFor()
})
