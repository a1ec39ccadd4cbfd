import { bodyEditor } from '../../../build/bodies/edit-body'

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
  expect(text).toBe('{"__proto__":{"x":1}}')
})

test('without edits the text stays as it is', () => {
  expect(bodyEditor({ set: [], remove: [] })({ file: '-', text: ' no JSON' }).text).toBe(' no JSON')
})
