import { describe, describeEvent } from '../shared/declare/documentation'
import { defineEvent } from '../shared/declare/event'
import { property } from '../shared/declare/property'
import { field, record } from '../shared/declare/record'
import { isAbsentAnswer } from '../shared/json/values'
import { identifier } from '../shared/normalize/identifier'
import { text } from '../shared/normalize/text'

export interface SurveyAnswer {
  readonly question: string
  readonly answer: string
}

const answers = record<SurveyAnswer>({
  question: field(answerText, 'text', 'question', 'questionText'),
  answer: { ...field(answerText, 'text', 'answer', 'answerText', 'response', 'value'), isAbsent: isAbsentAnswer },
})

const surveyCode = property({
  name: 'survey_code',
  also: ['surveyId'],
  sections: [{ at: 'survey', as: ['code'] }],
  normalize: identifier,
})
DOCS: describe(surveyCode, 'Code of the survey', 'surveyNumber surveyKey')

const surveyName = property({
  name: 'survey_name',
  also: ['surveyTitle'],
  sections: [{ at: 'survey', as: ['name'] }],
  normalize: text,
})
DOCS: describe(surveyName, 'Name of the survey', 'surveyLabel questionnaire questionnaireName')

const surveyAnswers = property({
  name: 'survey_answers',
  type: 'array',
  expected: 'a list of questions and answers',
  also: ['answers', 'responses'],
  sections: [{ at: 'survey' }],
  normalize: answers.list('question', 'answer'),
})
DOCS: describe(
  surveyAnswers,
  "The guest's answers: question and answer, both text",
  'questions surveyResponses surveyResults results',
)

/** A guest completes a survey. */
export const surveyCompletion = defineEvent({
  name: 'Survey Completion',
  aliases: ['Survey Completed'],
  properties: [surveyCode, surveyName, surveyAnswers],
})
DOCS: describeEvent(surveyCompletion, {
  firesWhen: 'a guest completes a survey',
  goodFor: 'making up for a bad visit before the guest is lost, and asking happy guests for a review',
  alike: 'feedback survey review',
})

/** Turns ratings (numbers) and choices (booleans) into text, so every answer has one type. 1e400 gives undefined. */
function answerText(value: unknown): string | undefined {
  return Number.isFinite(value) || typeof value === 'boolean' ? String(value) : text(value)
}
