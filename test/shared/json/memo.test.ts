import { memo } from '../../../shared/json/memo'

function counted() {
  const compute = jest.fn((text: string) => (text.startsWith('u') ? undefined : text.length))
  return { compute, remembered: memo(compute, 3) }
}

test.each<[sentence: string, questions: string[], times: number]>([
  ['an answer is computed once', ['a', 'a', 'a'], 1],
  ['undefined is an answer', ['u', 'u'], 1],
  ['a text of 64 characters is remembered', ['a'.repeat(64), 'a'.repeat(64)], 1],
  ['a text of 65 characters is not', ['a'.repeat(65), 'a'.repeat(65)], 2],
  ['when there are too many answers, all are forgotten', ['a', 'b', 'c', 'd', 'a'], 5],
])('%s', (_, questions, times) => {
  const { compute, remembered } = counted()
  expect(questions.map(remembered)).toEqual(questions.map((one) => (one.startsWith('u') ? undefined : one.length)))
  expect(compute).toHaveBeenCalledTimes(times)
})
