import { sourcePaths } from '../../../build/config/mapping-sources'

test.each<[mapping: unknown, paths: string[], reason: string]>([
  [{ '@path': '$.loyalty.card' }, ['loyalty.card'], 'a path'],
  [{ '@path': 7 }, [], 'a path that is no text'],
  [
    { '@arrayPath': ['$.items', { name: { '@path': '$.label' } }] },
    ['items'],
    'a list: its items have paths of their own',
  ],
  [{ '@arrayPath': '$.items' }, ['items'], 'a list as it stands'],
  [{ '@template': '{{first}} {{ last }}{{{code}}}' }, ['first', 'last', 'code'], 'a template reads several'],
  [{ '@template': 7 }, [], 'a template that is no text'],
  [{ '@if': { exists: { '@path': '$.a' }, else: [{ '@path': '$.b' }] } }, ['a', 'b'], 'directives within others'],
  ['text', [], 'text reads nothing'],
])('the paths of %j are %j: %s', (mapping, paths) => expect(sourcePaths(mapping)).toEqual(paths))
