import { createScreen } from '../../../build/cli/screen'
import { diffText } from '../../../build/render/plan'

const stream = { write: () => true }
const view = createScreen({ stdout: stream, stderr: stream, env: {} })

test.each([
  ['a tab', '+\ttwo', '+  two'],
  ['a character that a terminal obeys', '-two\u001b[31m', '-two\\u{1b}[31m'],
])('a diff shows %s', (_, line, shown) => expect(diffText(line, view)).toBe(`        ${shown}`))
