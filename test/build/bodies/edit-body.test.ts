import { bodyEditor } from '../../../build/bodies/edit-body'
import { UserError } from '../../../build/system/errors'

/** A body after edits. */
function edited(value: unknown, set: string[], remove: string[] = []) {
  return JSON.parse(bodyEditor({ set, remove })({ file: 'body.json', text: JSON.stringify(value) }).text)
}

test.each([
  [{}, 'a=1', { a: 1 }],
  [{}, 'a=text', { a: 'text' }],
  [{}, 'a="1"', { a: '1' }],
  [{}, 'a=', { a: '' }],
  [{}, 'a=x=y', { a: 'x=y' }],
  [{}, 'a={"b":[null]}', { a: { b: [null] } }],
  [{ a: 1, b: 2 }, 'a=3', { a: 3, b: 2 }],
  [{ a: { b: 1, c: 2 } }, 'a.b=3', { a: { b: 3, c: 2 } }],
  [{}, 'a.b.c=1', { a: { b: { c: 1 } } }],
  [{ a: null }, 'a.b=1', { a: { b: 1 } }],
  [{ a: [{ b: 1 }, { b: 2 }] }, 'a.1.b=3', { a: [{ b: 1 }, { b: 3 }] }],
  [{ a: [{ b: 1 }, { b: 2 }] }, 'a[1].b=3', { a: [{ b: 1 }, { b: 3 }] }],
  [{ a: [1] }, 'a[1]=2', { a: [1, 2] }],
  [{}, 'a[0]=1', { a: [1] }],
  [[{ a: 1 }], '[0].a=2', [{ a: 2 }]],
  [{ a: {} }, 'a.0=1', { a: { 0: 1 } }],
])('%j with --set %s', (body, argument, expected) => expect(edited(body, [argument])).toEqual(expected))

test.each([
  [{ a: 1, b: 2 }, 'a', { b: 2 }],
  [{ a: { b: 1, c: 2 } }, 'a.b', { a: { c: 2 } }],
  [{ a: [1, 2, 3] }, 'a[1]', { a: [1, 3] }],
  [{ a: [{ b: 1 }] }, 'a.0.b', { a: [{}] }],
  [{ a: 1 }, 'b.c', { a: 1 }],
  [{ a: [1] }, 'a[5]', { a: [1] }],
  [{ a: [1] }, 'a.b', { a: [1] }],
  [{ a: 'text' }, 'a.length', { a: 'text' }],
])('%j with --remove %s', (body, path, expected) => expect(edited(body, [], [path])).toEqual(expected))

test('edits are made in order, removals last', () => {
  expect(edited({}, ['a.b=1', 'a.c=2'], ['a.b'])).toEqual({ a: { c: 2 } })
})

test('a reserved name is a member like any other', () => {
  const { text } = bodyEditor({ set: ['__proto__.x=1'], remove: [] })({ file: '-', text: '{}' })
  expect(text).toBe('{"__proto__": {"x":1}}')
})

test('what is not edited stays as it was sent, digits beyond 2^53 included', () => {
  const { text } = bodyEditor({ set: ['a=2'], remove: ['b'] })({
    file: '-',
    text: '{ "id": 12345678901234567890, "a": 1, "b": 0 }',
  })
  expect(text).toBe('{ "id": 12345678901234567890, "a": 2 }')
})

test.each([
  [{ a: 'text' }, 'a.b=1', '-: --set a.b: cannot set "b": its parent is not an object'],
  [{ a: [1] }, 'a[2]=1', '-: --set a[2]: "2" is not an index of a list of 1'],
  [{ a: [1] }, 'a.b=1', '-: --set a.b: "b" is not an index of a list of 1'],
])('%j with --set %s: %s', (body, argument, message) => {
  const edit = bodyEditor({ set: [argument], remove: [] })
  expect(() => edit({ file: '-', text: JSON.stringify(body) })).toThrow(new UserError(message, 2))
})

test('a body that is nested too deeply to be walked is refused', () => {
  const edit = bodyEditor({ set: ['a=1'], remove: [] })
  const text = `${'['.repeat(200_000)}${']'.repeat(200_000)}`
  expect(() => edit({ file: '-', text })).toThrow(/^-: is nested too deeply to edit/)
})

test('without edits the text stays as it is', () => {
  expect(bodyEditor({ set: [], remove: [] })({ file: '-', text: ' no JSON' }).text).toBe(' no JSON')
})
