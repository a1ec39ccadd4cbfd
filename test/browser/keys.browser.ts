import { usePage } from './use-page'

const given = usePage()
const { button, tab, rows } = given
const press = (key: string) => given.page.keyboard.press(key)
const focused = () => given.page.locator(':focus')
const selected = () => given.page.locator('.row[aria-current="true"] .row-event').innerText()

const events = ['Referral', 'Check-In', 'Add/Redeem']

beforeEach(async () => {
  for (const event of events) await given.server.send({ event, accountId: 5 })
  await rows().nth(2).waitFor()
})

test.each([
  ['ArrowDown', 'ArrowUp'],
  ['j', 'k'],
])('%s and %s move through the list, and end at its ends', async (down, up) => {
  const walked = [await selected()]
  for (const key of [down, down, down, up, up, up]) {
    await press(key)
    walked.push(await selected())
  }
  expect(walked).toEqual(['Add/Redeem', 'Check-In', 'Referral', 'Referral', 'Check-In', 'Add/Redeem', 'Add/Redeem'])
  expect(await focused().innerText()).toContain('Add/Redeem')
})

test('the request that a key selects is shown', async () => {
  await press('j')
  await given.page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
})

test('the list is one tab stop, whatever its length', async () => {
  await press('j')
  await given.page.getByRole('heading', { name: 'Check-In', level: 2 }).waitFor()
  expect(await given.page.locator('.row[tabindex="0"]').count()).toBe(1)
  expect(await focused().innerText()).toContain('Check-In')
  await press('Tab')
  expect(await given.page.locator('nav :focus').count()).toBe(0)
  await press('Shift+Tab')
  expect(await focused().innerText()).toContain('Check-In')
})

test('a slash searches, letters are then typed, and an arrow goes on to what was found', async () => {
  await press('/')
  await given.page.keyboard.type('jk/referral')
  expect(await given.page.getByRole('searchbox').inputValue()).toBe('jk/referral')
  await given.page.getByText('None of 3 requests matches').waitFor()
  await given.page.getByRole('searchbox').fill('referral')
  await press('ArrowDown')
  expect(await selected()).toBe('Referral')
  expect(await focused().innerText()).toContain('Referral')
})

test('keys of other places stay with them', async () => {
  await tab('Calls')
  await press('ArrowDown')
  expect(await selected()).toBe('Add/Redeem')
  await button(/^Settings/).click()
  await given.page.getByRole('dialog').waitFor()
  await press('j')
  await press('Escape')
  await press('Control+k')
  expect(await selected()).toBe('Add/Redeem')
})
