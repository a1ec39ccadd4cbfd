/** A longer text is hardly a name that repeats. */
const longestKey = 64

/**
 * Remembers the results of a pure function. The memory is bounded, so that a body full of invented names cannot fill
 * it: when there are too many results, it forgets all. It never remembers a text of more than 64 characters.
 */
export function memo<Question, Answer>(
  compute: (question: Question) => Answer,
  most = 4096,
): (question: Question) => Answer {
  const answers = new Map<Question, Answer>()
  return (question) => {
    const before = answers.get(question)
    if (before !== undefined || answers.has(question)) return before as Answer // has() proves that it is stored
    const answer = compute(question)
    if (typeof question === 'string' && question.length > longestKey) return answer
    if (answers.size >= most) answers.clear()
    answers.set(question, answer)
    return answer
  }
}
