import { checkBundle } from '../../../build/bundle/gates'

const entry = '\nasync function onRequest(request, settings) {\n  return 1\n}\n'

test('a plain script passes', () => {
  expect(checkBundle(entry)).toEqual([])
})

test('every documented global may be used', () => {
  const script = `new Map([[Segment, crypto], [Buffer, URL], [URLSearchParams, console]])
class Mine extends ValidationError {}
void [EventNotSupported, InvalidEventPayload, RetryError, cache, Intl, undefined, globalThis]
${entry}`
  expect(checkBundle(script)).toEqual([])
})

test('words in strings, comments, properties and local names are no globals', () => {
  const script = `// process.exit, require('fs'), import('x')
const text = 'module.exports, TextEncoder, import("x")'
const object = { process: text, module: { exports: text } }
const local = (performance) => performance.process + \`export \${object.module.exports}\`
${entry}`
  expect(checkBundle(script)).toEqual([])
})

test.each([
  ['process', 'typeof process'],
  ['require', 'const read = () => require("fs")'],
  ['module', '() => { module.exports = 1 }'],
  ['exports', '() => { exports.a = 1 }'],
  ['TextEncoder', '() => new TextEncoder()'],
  ['structuredClone', '() => structuredClone(1)'],
  ['performance', '() => performance.now()'],
  ['queueMicrotask', '() => queueMicrotask(() => 1)'],
  ['setTimeout', '() => setTimeout(() => 1)'],
  ['fetch', '() => fetch("https://example.com")'],
  ['eval', '() => eval("1")'],
  ['Function', '() => Function("return 1")'],
  ['WebAssembly', '() => WebAssembly'],
  ['global', '() => ({ global })'],
  ['undeclared', '() => { undeclared = 1 }'],
])('%s is refused in %j', (name, statement) => {
  expect(checkBundle(`${statement};${entry}`)).toEqual([`uses ${name}, which Segment does not document`])
})

test.each([
  ['import a from "a"', 'SyntaxError: Cannot use import statement outside a module'],
  ['export const a = 1', "SyntaxError: Unexpected token 'export'"],
  ['await 1', 'SyntaxError: await is only valid in async functions and the top level bodies of modules'],
  ['const a = ;', "SyntaxError: Unexpected token ';'"],
  ['import.meta.url', "SyntaxError: Cannot use 'import.meta' outside a module"],
  ['const onRequest = 1', "SyntaxError: Identifier 'onRequest' has already been declared"],
])('%j is no script', (statement, reason) => {
  expect(checkBundle(`${statement};${entry}`)).toEqual([`is not a script: ${reason}`])
})

test('a script that only closes the function around it is no script', () => {
  expect(checkBundle('return 1')).toEqual(['is not a script: SyntaxError: Illegal return statement'])
})

test.each([
  ['nothing', '1'],
  ['a var', '\nvar onRequest = async (request, settings) => 1'],
  ['a const', '\nconst onRequest = async (request, settings) => 1'],
  ['a function that is not async', '\nfunction onRequest(request, settings) {\n}'],
  ['other parameters', '\nasync function onRequest(request) {\n}'],
  ['an inner function', '(() => {\nasync function onRequest(request, settings) {\n}\n})()'],
])('%s in place of onRequest is refused', (what, script) => {
  const reason =
    what === 'a const'
      ? "is not a script: SyntaxError: Identifier 'onRequest' has already been declared"
      : 'has no top-level async function onRequest(request, settings)'
  expect(checkBundle(script)).toEqual([reason])
})

test("the address of Segment's functions is refused even in a comment", () => {
  expect(checkBundle(`// https://fn.segmentapis.com/v1${entry}`)).toEqual([
    'contains the text https://fn.segmentapis.com, which Segment refuses to save',
  ])
})

test.each([
  [`throw new RangeError('no')`, 'RangeError: no'],
  ['null.a', "TypeError: Cannot read properties of null (reading 'a')"],
  ['for (;;);', 'Error: Script execution timed out after 1000ms'],
])('%j does not load', (statement, reason) => {
  expect(checkBundle(`${statement};${entry}`)).toEqual([`does not load: ${reason}`])
})

test('all reasons are given at once', () => {
  expect(checkBundle('// https://fn.segmentapis.com\n() => [require, process]')).toEqual([
    'contains the text https://fn.segmentapis.com, which Segment refuses to save',
    'uses process, which Segment does not document',
    'uses require, which Segment does not document',
    'has no top-level async function onRequest(request, settings)',
  ])
})
