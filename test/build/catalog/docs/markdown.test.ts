import { linkTo, markdownTable, prose } from '../../../../build/catalog/docs/markdown'

test.each([
  ['plain, with wallet_code', 'plain, with wallet_code'],
  ['<code>_label', '\\<code>\\_label'],
  ['a | b', 'a \\| b'],
  ['*not* [a](link)', '\\*not\\* \\[a\\](link)'],
])('%j reads %j in Markdown', (text, expected) => expect(prose(text)).toBe(expected))

test.each([
  ['POS Activity', '[POS Activity](#pos-activity)'],
  ['Check-In', '[Check-In](#check-in)'],
  ['Add/Redeem', '[Add/Redeem](#addredeem)'],
])('the link to %s', (heading, expected) => expect(linkTo(heading)).toBe(expected))

test('a table, with an empty cell', () => {
  expect(markdownTable(['A', 'B'], [['1', '']])).toBe('| A | B |\n|---|---|\n| 1 | |')
})
