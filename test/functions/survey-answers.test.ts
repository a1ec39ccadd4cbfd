import { surveyCompletion } from '../../functions/survey-completion'
import { readSettings } from '../../shared/settings/settings'
import { bothWays, track } from './property-run'

const run = bothWays()

describe('the answers of a survey', () => {
  const survey = (answers: unknown) => track(run, { eventType: 'Survey Completion', answers })
  test.each([
    ['a number becomes text', [{ question: 'Q', answer: 4.5 }], [{ question: 'Q', answer: '4.5' }]],
    ['zero becomes text', [{ question: 1, answer: 0 }], [{ question: '1', answer: '0' }]],
    ['text is trimmed', [{ question: ' Q ', answer: ' A ' }], [{ question: 'Q', answer: 'A' }]],
    ['any spelling will do', [{ Question: 'Q', ANSWER: 'A' }], [{ question: 'Q', answer: 'A' }]],
    ['lists of one are their item', [{ question: ['Q'], answer: ['A'] }], [{ question: 'Q', answer: 'A' }]],
    ['nothing else passes', [{ question: 'Q', answer: 'A', id: 1, email: 'e@x.y' }], [{ question: 'Q', answer: 'A' }]],
    ['null in a list is nothing', [null, { question: 'Q', answer: 'A' }], [{ question: 'Q', answer: 'A' }]],
    [
      'their order is kept',
      [
        { question: 'b', answer: '1' },
        { question: 'a', answer: '2' },
        { question: 'b', answer: '1' },
      ],
      [
        { question: 'b', answer: '1' },
        { question: 'a', answer: '2' },
        { question: 'b', answer: '1' },
      ],
    ],
  ])('%s', async (_, sent, emitted) => {
    expect(await survey(sent)).toEqual({ properties: { survey_answers: emitted }, warnings: [] })
  })

  // Not sent as the others are, for JSON.stringify knows no such number.
  test.each(['1e400', '-1e400'])('%s, which JSON.parse takes for infinite, is no answer', (number) => {
    const answers: unknown = JSON.parse(
      `[{ "question": "Q", "answer": ${number} }, { "question": "R", "answer": 1e308 }]`,
    )
    const property = surveyCompletion.properties.find(({ name }) => name === 'survey_answers')
    const warnings: unknown[] = []
    const warn = (...warning: readonly unknown[]) => warnings.push(warning)
    expect(
      property?.normalize(
        answers,
        readSettings({}, () => true),
        warn,
      ),
    ).toEqual([{ question: 'R', answer: '1e+308' }])
    expect(warnings[0]).toEqual(['.answer', 'text', JSON.parse(number)])
  })

  test('an empty list is absent', async () => expect(await survey([])).toEqual({ properties: {}, warnings: [] }))

  test.each([
    ['no question', { answer: 'A' }],
    ['a blank answer', { question: 'Q', answer: ' ' }],
    ['an object as answer', { question: 'Q', answer: { text: 'A' } }],
    ['several answers', { question: 'Q', answer: ['A', 'B'] }],
    ['an answer of over 8,192 bytes', { question: 'Q', answer: 'x'.repeat(8193) }],
    ['text alone', 'A'],
  ])('an item with %s is left out with one warning', async (_, item) => {
    const { properties, warnings } = await survey([item, { question: 'R', answer: 'B' }])
    expect(properties).toEqual({ survey_answers: [{ question: 'R', answer: 'B' }] })
    expect(warnings).toEqual([
      expect.stringMatching(/^event\[0\]\.survey_answers[^ ]*: expected .+, received .+; left out$/),
    ])
  })
})
