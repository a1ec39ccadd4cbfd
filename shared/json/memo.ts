/** A longer text is no name that comes again. */
const longestKey = 64

/**
 * Remembers the answers of a pure function. Bounded, so that a body full of invented names cannot fill the memory:
 * when there are too many answers, all are forgotten, and a text of more than 64 characters is never remembered.
 */
export function memo<Question, Answer>(
  reckon: (question: Question) => Answer,
  most = 4096,
): (question: Question) => Answer {
  const answers = new Map<Question, Answer>()
  return (question) => {
    if (typeof question === 'string' && question.length > longestKey) return reckon(question)
    const before = answers.get(question)
    if (before !== undefined || answers.has(question)) return before as Answer // has() says that it was stored
    const answer = reckon(question)
    if (answers.size >= most) answers.clear()
    answers.set(question, answer)
    return answer
  }
}
