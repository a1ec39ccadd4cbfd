import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { usePage, views } from './use-page'

const given = usePage()
const { button, tab, rows, results, texts } = given

test('a body full of markup is shown as text', async () => {
  const markup = '<img src=x onerror="document.title=1"><script>document.title=2</script></pre>&lt;'
  const key = '"><svg onload="document.title=3">'
  await given.server.send({
    event: 'Check-In',
    userId: markup,
    firstName: markup,
    store: { name: markup },
    [key]: markup,
  })
  await given.server.send(`<script>document.title=4</script>${markup}`)
  await rows().nth(1).waitFor()
  expect(await given.page.locator('pre.body').innerText()).toContain('<script>document.title=4</script><img src=x')
  await rows().nth(1).getByRole('button').click()
  for (const name of views.filter((view) => !['What to do', 'Destinations'].includes(view))) {
    await tab(name)
    expect(await results().innerText()).toContain('<script>document.title=2</script>')
  }
  expect(await given.page.title()).toBe('Paytronix workbench')
  expect(await given.page.locator('#workbench :is(script, img, svg)').count()).toBe(0)
})

test('the names of events, headers, wallets, samples and settings are shown as text', async () => {
  const markup = '<img src=x onerror=document.title=5>'
  writeFileSync(path.join(given.server.samples, 'check-in', `${markup}.json`), '{}')
  await given.server.workbench.set({ unknownEvents: 'track', eventNames: { [markup]: `new ${markup}` } })
  const wallets = { [markup]: 5, '7': { label: markup, balance: 1 } }
  await fetch(`${given.server.address}/webhook?from=${markup}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-note': markup },
    body: JSON.stringify({ event: markup, accountId: markup, wallets, timestamp: markup }),
  })
  await given.page.getByRole('heading', { name: `new ${markup}`, level: 2 }).waitFor()
  expect(await texts('.row-event')).toEqual([`new ${markup}`])
  for (const name of views) await tab(name)
  await given.page.getByText('Headers').click()
  expect(await given.page.locator('.headers').innerText()).toContain(markup)
  await button('Send a sample').click()
  await given.page.getByRole('dialog').getByRole('button', { name: markup }).waitFor()
  await given.page.keyboard.press('Escape')
  await button(/^Settings/).click()
  expect(await given.page.getByLabel('Event names').inputValue()).toBe(`${markup} = new ${markup}`)
  expect(await given.page.title()).toBe('Paytronix workbench')
  expect(await given.page.locator('#workbench :is(script, img, svg)').count()).toBe(0)
})

test('a key that turns the direction of text does not turn its value', async () => {
  await given.server.send({ event: 'Check-In', accountId: 5, '\u202e': 'after' })
  const line = given.page.locator('.line').filter({ hasText: 'after' })
  const [key, value] = await Promise.all([line.locator('.key').boundingBox(), line.locator('.text').boundingBox()])
  expect(value?.x).toBeGreaterThanOrEqual((key?.x ?? 0) + (key?.width ?? 0) - 1)
})
