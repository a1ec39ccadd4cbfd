import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { field, record } from '../shared/declare/record'
import { unlessAbsentAnswer } from '../shared/json/pick'
import { identifier } from '../shared/normalize/identifier'
import { text } from '../shared/normalize/text'

export interface SurveyAnswer {
  readonly question: string
  readonly answer: string
}

const answers = record<SurveyAnswer>(
  {
    question: field(answerText, 'text', 'question'),
    answer: field(answerText, 'text', 'answer'),
  },
  unlessAbsentAnswer,
)

const surveyCode = property({
  name: 'survey_code',
  sections: [{ at: 'survey', as: ['code'] }],
  normalize: identifier,
})
DOCS: describe(surveyCode, 'Code of the survey')

const surveyName = property({
  name: 'survey_name',
  sections: [{ at: 'survey', as: ['name'] }],
  normalize: text,
})
DOCS: describe(surveyName, 'Name of the survey')

const surveyAnswers = property({
  name: 'survey_answers',
  type: 'array',
  expected: 'a list of questions and answers',
  also: ['answers', 'responses'],
  sections: [{ at: 'survey' }],
  normalize: (value, _settings, warn) => answers.readAll(value, ['question', 'answer'], warn),
  complete: (found) => (found?.length === 0 ? undefined : found),
})
DOCS: describe(surveyAnswers, "The guest's answers: question and answer, both text")

/** A guest completes a survey. */
export const surveyCompletion = defineEvent({
  name: 'Survey Completion',
  aliases: ['Survey Completed'],
  properties: [surveyCode, surveyName, surveyAnswers],
})
DOCS: describeEvent(surveyCompletion, {
  firesWhen: 'a guest completes a survey',
  goodFor: 'making up for a bad visit before the guest is lost, and asking happy guests for a review',
})

/** Ratings come as numbers and choices as booleans; as text, every answer has one type. JSON's 1e400 is no number here. */
function answerText(value: unknown): string | undefined {
  return Number.isFinite(value) || typeof value === 'boolean' ? String(value) : text(value)
}
