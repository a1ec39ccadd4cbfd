import { readFileSync } from 'node:fs'
import { usePage } from './use-page'

const given = usePage()
const { button, tab, rows, results, texts } = given

/** A body as Paytronix might send it, of which the function reads neither the type nor the phone. */
const unread = {
  Notification: { Type: 'ACCRUAL', Guest: { AccountId: '60218', MobileNumber: '2075550123' } },
}

test('a rejected request opens with what to do, and Fix mends it and all others like it', async () => {
  await given.server.send({ event: 'ACCRUAL', accountId: 7 })
  await given.server.send(unread)
  const alias = results().locator('.remedy').filter({ hasText: '"ACCRUAL" is not a known event type' })
  expect(await alias.locator('code').innerText()).toBe('{ "eventAliases": { "ACCRUAL": "Add/Redeem" } }')
  await alias.getByRole('button', { name: 'Fix' }).click()
  await given.page.getByRole('heading', { name: 'Add/Redeem', level: 2 }).waitFor()
  await button('Rejected 0').waitFor()
  expect(await texts('.row-event, .row-result')).toEqual(['Add/Redeem', '200 · 2 calls', 'Add/Redeem', '200 · 2 calls'])
  expect(await texts('.notice')).toEqual(['segment.config.json is changed, and the request ran again.'])
  expect(JSON.parse(readFileSync(given.server.config, 'utf8')).eventAliases).toEqual({ ACCRUAL: 'Add/Redeem' })
})

test('a value that nothing read is found where it stands, and then sent', async () => {
  await given.server.send({ ...unread, event: 'Check-In' })
  await rows().first().waitFor()
  await tab('What to do')
  const phone = results().locator('.remedy').filter({ hasText: 'MobileNumber' })
  await phone.getByRole('button', { name: 'Fix' }).click()
  await phone.waitFor({ state: 'detached' })
  await tab('Where from')
  expect(await results().getByRole('row', { name: 'phone +12075550123' }).count()).toBe(1)
})

test('a type that sounds like none has words, and no button', async () => {
  await given.server.send({ event: 'Void Activate', accountId: 5 })
  const remedy = results().locator('.remedy')
  await remedy.first().waitFor()
  expect([await remedy.count(), await button('Fix').count()]).toEqual([1, 0])
})
