import { environmentProblems } from '../../../build/config/environments'

const one = { region: 'us', function: 'F', source: { slug: 's', name: 'S' }, settings: {} } as const
const configOf = (other: object) => ({
  ...{ function: { displayName: 'F' }, eventAliases: {}, mappings: {} },
  environments: { one, other: { ...one, ...other } },
})
const same = (place: string, text: string) =>
  `environments.other.${place}: is "${text}", as in one, so both would deploy to the same place; choose another, or give each environment its "workspace"`

test.each([
  ['another function and source', { function: 'G', source: { slug: 't', name: 'S' } }, []],
  ['the same function and source', {}, [same('function', 'F'), same('source.slug', 's')]],
  [
    'no function of its own, so the common one',
    { function: undefined, source: { slug: 't', name: 'S' } },
    [same('function', 'F')],
  ],
  ['the same source', { function: 'G' }, [same('source.slug', 's')]],
  ['another region', { region: 'eu' }, []],
  ['a workspace, while the first has none', { workspace: 'w' }, [same('function', 'F'), same('source.slug', 's')]],
])('an environment with %s', (_, other, expected) => expect(environmentProblems(configOf(other))).toEqual(expected))

test.each([
  ['v', []],
  ['w', [same('function', 'F'), same('source.slug', 's')]],
])('an environment of the same names in the workspace %j, beside one in "w"', (workspace, expected) => {
  const environments = { one: { ...one, workspace: 'w' }, other: { ...one, workspace } }
  expect(environmentProblems({ ...configOf({}), environments })).toEqual(expected)
})
