import { readSettingArguments } from '../../../build/cli/setting-arguments'
import type { SettingDefinition } from '../../../shared/settings/definitions'

const setting = (name: string, type: SettingDefinition['type']): SettingDefinition => {
  return { name, type, label: name, description: name, required: false, sensitive: false }
}
const definitions = [
  setting('text', 'STRING'),
  setting('flag', 'BOOLEAN'),
  setting('list', 'ARRAY'),
  setting('map', 'TEXT_MAP'),
]

test.each([
  [['text=a'], { text: 'a' }],
  [['text='], { text: '' }],
  [['text=a=b,c'], { text: 'a=b,c' }],
  [['text=a', 'text=b'], { text: 'b' }],
  [['flag=true'], { flag: true }],
  [['flag=false'], { flag: false }],
  [['list=a, b,'], { list: ['a', 'b'] }],
  [['list=a', 'list=b'], { list: ['a', 'b'] }],
  [['list='], { list: [] }],
  [['map.Add/Redeem=Points', 'map.POS 2.0=x'], { map: { 'Add/Redeem': 'Points', 'POS 2.0': 'x' } }],
  [['map={"a":"b"}', 'map.c=d'], { map: { a: 'b', c: 'd' } }],
])('%j', (given, expected) => expect(readSettingArguments(undefined, given, definitions)).toEqual(expected))

test('a flag is true or false', () => {
  expect(() => readSettingArguments(undefined, ['flag=yes'], definitions)).toThrow(
    '--setting: flag must be true or false',
  )
})
