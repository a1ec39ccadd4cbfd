import { evaluate, receive } from './start'

const form = { 'Content-Type': 'application/x-www-form-urlencoded; charset=utf-8' }

test.each([
  ['request.json()', { body: '{"b":1,"a":2}' }, { b: 1, a: 2 }],
  ['request.json()', { body: '[1,"a",null]' }, [1, 'a', null]],
  ['request.json() === request.json()', {}, true],
  ['request.json().constructor === Object && request.json() instanceof Object', {}, true],
  ['[request.json() instanceof Array, Array.isArray(request.json())]', { body: '[]' }, [true, true]],
  ['request.json()', { body: 'false' }, false],
  ['request.text()', { body: '{ "b":1, "a":2 }' }, '{ "b":1, "a":2 }'],
  ['request.text()', { body: '' }, ''],
  ['request.text()', { body: 'a=1&b=2', headers: form }, 'a=1&b=2'],
  ['request.headers instanceof Headers', {}, true],
  ['request.headers.get("X-SECRET")', { headers: { 'x-Secret': 's' } }, 's'],
  ['request.headers.get("content-type")', {}, 'application/json'],
  ['request.headers.get("missing")', {}, null],
  ['request.url instanceof URL', {}, true],
  ['request.url.href', {}, 'https://functions.localhost/'],
  ['request.url.searchParams.getAll("a")', { url: '/hook?a=1&a=2' }, ['1', '2']],
  ['request.url.href', { url: 'https://hooks.test/x?a=1' }, 'https://hooks.test/x?a=1'],
  ['["method", "body", "ip"].filter((name) => name in request)', {}, []],
  ['settings instanceof Object', {}, true],
])('%s of %j is %j', async (expression, request, value) => {
  expect(await evaluate(expression, request)).toEqual({ value })
})

/** The engine's own words, which differ between versions of Node. */
function parseError(text: string): string {
  try {
    return JSON.parse(text)
  } catch (error) {
    return (error as SyntaxError).message // JSON.parse throws nothing else
  }
}

test.each([
  [{ body: '' }, 'Unexpected end of JSON input'],
  [{ body: 'null' }, 'Unexpected end of JSON input'],
  [{ body: '{,}' }, parseError('{,}')],
  [{ body: 'a=1', headers: form }, `Unexpected token 'a', "a=1" is not valid JSON`],
])('json() of %j throws', async (request, message) => {
  expect(await evaluate('request.json()', request)).toEqual({ name: 'SyntaxError', message })
})

test('the error of json() is of the function’s realm', async () => {
  const code =
    'function onRequest(request) { try { request.json() } catch (e) { console.log(e instanceof SyntaxError) } }'
  expect((await receive(code, { body: '{' })).logs).toEqual([{ level: 'log', text: 'true' }])
})

test.each([
  ['{"b":{"d":1,"c":[{"f":1,"e":2}]},"a":2}', '{"a":2,"b":{"c":[{"e":2,"f":1}],"d":1}}'],
  ['{"b":1,"B":2,"a10":3,"a9":4}', '{"B":2,"a10":3,"a9":4,"b":1}'],
  ['{"b":1,"10":2,"9":3}', '{"9":3,"10":2,"b":1}'],
  ['{"b":1,"__proto__":{"a":1}}', '{"__proto__":{"a":1},"b":1}'],
  ['[{"b":1,"a":2}]', '[{"a":2,"b":1}]'],
])('the keys of %s are alphabetised', async (body, value) => {
  expect(await evaluate('JSON.stringify(request.json())', { body })).toEqual({ value })
})

test('keys stay as they are without the rule', async () => {
  const options = { rules: { alphabetizedKeys: false } }
  expect(await evaluate('Object.keys(request.json())', { body: '{"b":1,"a":2}' }, options)).toEqual({
    value: ['b', 'a'],
  })
})

test('a body nested too deeply to be sorted still arrives', async () => {
  const body = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(await evaluate('request.json().length', { body })).toEqual({ value: 1 })
})

test('values are of another realm without the rule', async () => {
  const options = { rules: { functionRealm: false } }
  expect(await evaluate('[request.json() instanceof Object, settings instanceof Object]', {}, options)).toEqual({
    value: [false, false],
  })
})

test.each([
  ['request.json()', { a: ['1', '3'], b: '2 ' }],
  ['request.text()', '{"a":["1","3"],"b":"2 "}'],
])('%s of a form that Segment parses is %j', async (expression, value) => {
  const request = { body: 'a=1&b=2+&a=3', headers: form }
  expect(await evaluate(expression, request, { formBodies: 'parsed' })).toEqual({ value })
})
