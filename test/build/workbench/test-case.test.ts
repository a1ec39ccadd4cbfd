import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { State, TestCase } from '../../../build/workbench/protocol'
import { webhookCases } from '../../webhook-cases'
import { builtFunction, startServer } from './use-server'

const [known] = webhookCases().filter(({ name }) => name === 'several-lists')
const body = known?.body ?? ''
const expectation = readFileSync(known?.expectationFile ?? '', 'utf8')

test('a body becomes the two files that tests have, shown first and then written', async () => {
  const server = await startServer({ settings: { timeZone: 'UTC', eventNames: { 'Add/Redeem': 'Points' } } })
  const name = 'add-redeem/from-the-page'
  const shown = await server.api<TestCase>('test-case/preview', { name, body })
  expect(shown).toEqual({ name, body: `${JSON.stringify(JSON.parse(body), null, 2)}\n`, expectation })
  expect(existsSync(server.samples)).toBe(false)
  expect(await server.api('test-case', { name, body })).toEqual([`${name}.json`, `${name}.expected.json`])
  expect(readdirSync(path.join(server.samples, 'add-redeem'))).toEqual([
    'from-the-page.expected.json',
    'from-the-page.json',
  ])
  expect(readFileSync(path.join(server.samples, `${name}.json`), 'utf8')).toBe(shown.body)
  expect(readFileSync(path.join(server.samples, `${name}.expected.json`), 'utf8')).toBe(expectation)
})

test('a case that is there already is not overwritten', async () => {
  const server = await startServer()
  const name = 'add-redeem/twice'
  await server.api('test-case', { name, body })
  expect(await server.api('test-case', { name, body: '{}' })).toEqual({
    error: 'add-redeem/twice.json already exists; choose another name',
  })
  const kept = JSON.parse(readFileSync(path.join(server.samples, `${name}.json`), 'utf8'))
  expect(kept).toEqual(JSON.parse(body))
})

test.each([
  'add-redeem',
  'add-redeem/',
  'add-redeem/Two Words',
  '../add-redeem/outside',
  'add-redeem/../../outside',
  'no-such-event/first',
  '/etc/passwd',
  `check-in/${'a'.repeat(101)}`,
])('%j is no name of a case', async (name) => {
  const server = await startServer()
  const error = 'name the case event/what-is-special, in lower case with dashes, such as check-in/late-at-night'
  expect(await server.api('test-case/preview', { name, body })).toEqual({ error })
  expect(await server.api('test-case', { name, body })).toEqual({ error })
  expect(existsSync(server.samples)).toBe(false)
})

test.each(['con', 'prn', 'aux', 'nul', 'com1', 'lpt9'])(
  '%s names no case: Windows has a device of that name',
  async (file) => {
    const server = await startServer()
    const error = `Windows allows no file named ${file}; choose another name`
    expect(await server.api('test-case', { name: `check-in/${file}`, body })).toEqual({ error })
    expect(existsSync(server.samples)).toBe(false)
  },
)

test('an event that an edit added has its folder at once', async () => {
  let eventNames = ['Check-In']
  const server = await startServer({ build: async () => ({ ...(await builtFunction()), eventNames }) })
  const name = 'newly-added/first'
  expect(await server.api('test-case', { name, body })).toHaveProperty('error')
  eventNames = ['Check-In', 'Newly Added']
  await server.workbench.rebuild()
  expect((await server.api<State>('state')).eventFolders).toEqual(['check-in', 'newly-added'])
  expect(await server.api('test-case', { name, body })).toEqual([
    'newly-added/first.json',
    'newly-added/first.expected.json',
  ])
})

test('a body that is no JSON is no case', async () => {
  const server = await startServer()
  expect(await server.api('test-case/preview', { name: 'check-in/form', body: 'payload=1' })).toEqual({
    error: 'only a JSON body can become a test case',
  })
})

test('nor is one that nests deeper than JSON can be written', async () => {
  const server = await startServer()
  const deep = '['.repeat(100_000) + ']'.repeat(100_000)
  expect(await server.api('test-case/preview', { name: 'check-in/deep', body: deep })).toEqual({
    error: 'the body is nested too deeply to become a test case',
  })
})

test('digits that JavaScript would lose stay as they were sent', async () => {
  const server = await startServer()
  const long = '{"event":"Check-In","accountId":90071992547409931}'
  const shown = await server.api<TestCase>('test-case/preview', { name: 'check-in/long', body: long })
  expect(shown.body).toBe(`${long}\n`)
})

test('a sample is given by its name, and nothing else is', async () => {
  const server = await startServer()
  await server.api('test-case', { name: 'add-redeem/one', body })
  const sample = (name: string) => server.ask({ method: 'GET', path: `/api/sample?name=${encodeURIComponent(name)}` })
  expect(JSON.parse((await sample('add-redeem/one.json')).text)).toEqual(JSON.parse(body))
  for (const name of ['add-redeem/one.expected.json', '../package.json', '/etc/passwd', '']) {
    expect((await sample(name)).status).toBe(404)
  }
})
