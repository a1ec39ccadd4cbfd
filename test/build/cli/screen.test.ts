import { createScreen } from '../../../build/cli/screen'

/** A screen, and what it has written to a terminal that both streams share. */
function terminal({ columns = 80 } = {}) {
  const written: string[] = []
  const stream = { isTTY: true, columns, write: (text: string) => written.push(text) }
  return { screen: createScreen({ stdout: stream, stderr: stream, env: {} }), written }
}

describe('a secret is hidden', () => {
  test.each([
    ['with blanks around it, of which a header is free', [' token\n'], 'the token', 'the (hidden)'],
    ['that begins with another', ['abc', 'abcdef'], 'abcdef, abc', '(hidden), (hidden)'],
    ['as it stands in a JSON document', ['a"b'], '"a\\"b"', '"(hidden)"'],
    ['that a pattern would take for more', ['a.b$&'], 'aXb$& a.b$&', 'aXb$& (hidden)'],
    ['but not one that is blank', [' ', '', undefined], 'a b', 'a b'],
  ])('%s', (_, secrets, text, expected) => {
    const { screen, written } = terminal()
    screen.hide(secrets)
    screen.print(text)
    expect(written).toEqual([`${expected}\n`])
  })
})

describe('a passing line', () => {
  test('makes room for a note', () => {
    const { screen, written } = terminal()
    screen.progress('reading …')
    screen.note('trying again')
    screen.note('and again')
    expect(written).toEqual(['\r\u001b[Kreading …', '\r\u001b[K', 'trying again\n', 'and again\n'])
  })

  test('is no longer than the terminal, or it could not be cleared', () => {
    const { screen, written } = terminal({ columns: 10 })
    screen.progress('reading the workspace …')
    expect(written).toEqual(['\r\u001b[Kreading t'])
  })
})
