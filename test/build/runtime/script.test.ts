import { receive, start } from './start'

test.each([
  ['a function declaration', 'async function onRequest() { console.log("ran") }'],
  ['a synchronous function', 'function onRequest() { console.log("ran") }'],
  ['a var', 'var onRequest = (function () { return async () => console.log("ran") })()'],
  ['a bare assignment', 'onRequest = () => console.log("ran")'],
  ['an early return', 'function onRequest() { console.log("ran") }\nreturn'],
  ['a comment at the end', 'function onRequest() { console.log("ran") } // the end'],
])('%s is a handler', async (_, code) => {
  const { status, logs } = await receive(code)
  expect([status, logs]).toEqual(['ok', [{ level: 'log', text: 'ran' }]])
})

test.each([
  ['const onRequest = () => 1', 'SyntaxError', "Identifier 'onRequest' has already been declared"],
  ['let onRequest = () => 1', 'SyntaxError', "Identifier 'onRequest' has already been declared"],
  ['class onRequest {}', 'SyntaxError', "Identifier 'onRequest' has already been declared"],
  ['export function onRequest() {}', 'SyntaxError', "Unexpected token 'export'"],
  ['import x from "x"', 'SyntaxError', 'Cannot use import statement outside a module'],
  ['await 1', 'SyntaxError', 'await is only valid in async functions and the top level bodies of modules'],
  ['require("fs")', 'ReferenceError', 'require is not defined'],
  ['module.exports = {}', 'ReferenceError', 'module is not defined'],
  ['exports.onRequest = 1', 'ReferenceError', 'exports is not defined'],
  ['process.exit()', 'ReferenceError', 'process is not defined'],
  ['onRequest = 5', 'TypeError', 'onRequest is not a function'],
  ['throw new RetryError("not yet")', 'RetryError', 'not yet'],
])('%s does not run', async (code, name, message) => {
  const receipt = await receive(code)
  expect(receipt).toMatchObject({ status: 'error', httpStatus: 400, shownAs: 'INVOKE_ERROR', error: { name, message } })
})

test('without onRequest nothing is supported', async () => {
  const error = { name: 'EventNotSupported', message: 'request not supported: the script defines no onRequest' }
  expect(await receive('function onTrack() {}')).toMatchObject({ status: 'unsupported', error })
})

test('the script is evaluated once, and its context is kept', async () => {
  const runtime = start('let count = 0; console.log("evaluated"); function onRequest() { console.log(++count) }')
  const receipts = [await runtime.receive({ body: '' }), await runtime.receive({ body: '' })]
  const texts = receipts.map(({ logs }) => logs.map(({ text }) => text))
  expect(texts).toEqual([['evaluated', '1'], ['2']])
})

test('a script that fails to evaluate fails every request', async () => {
  const runtime = start('nowhere()')
  const receipts = [await runtime.receive({ body: '' }), await runtime.receive({ body: '' })]
  expect(receipts.map(({ error }) => error?.message)).toEqual(['nowhere is not defined', 'nowhere is not defined'])
})
