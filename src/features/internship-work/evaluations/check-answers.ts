import type { Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import type { EvaluationQuestion } from '../../internships/index.ts'
import type { EvaluationInput } from './evaluations.schemas.ts'
import type { Answered } from './evaluations.table.ts'

/** Joins answers to their questions, in the order of the questions. Throws `validation_failed` with every fault. */
export function checkAnswers(
  questions: readonly EvaluationQuestion[],
  answers: EvaluationInput['answers'],
): Answered[] {
  const byId = new Map(questions.map((question) => [question.id, question]))
  const seen = new Set<string>()
  const faults = answers.flatMap(({ question_id, value }, at): Fault[] => {
    const question = byId.get(question_id)
    const fault = (field: string, said: Message) => [
      { pointer: `/answers/${at}/${field}`, code: 'invalid_value', messages: [said] },
    ]
    if (!question) return fault('question_id', message('fault_of_office', { what: 'question_unknown' }))
    if (seen.has(question_id))
      return fault('question_id', message('fault_of_office', { what: 'question_once' }))
    seen.add(question_id)
    const why = faultOf(question, value)
    return why === undefined ? [] : fault('value', why)
  })
  const missing = questions.filter(({ id, is_required }) => is_required && !seen.has(id))
  const missed = missing.map(({ id }) => ({
    pointer: '/answers',
    code: 'required',
    messages: [message('fault_unanswered', { id })],
  }))
  if (faults.length + missed.length > 0) throw validationFailed([...faults, ...missed])
  const given = new Map(answers.map(({ question_id, value }) => [question_id, value]))
  return questions.flatMap((question): Answered[] => {
    const value = given.get(question.id)
    return value === undefined ? [] : [{ question, value }]
  })
}

function faultOf(question: EvaluationQuestion, value: string | number): Message | undefined {
  switch (question.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : message('fault_of_office', { what: 'answer_words' })
    case 'scale':
      return typeof value === 'number' ? undefined : message('fault_of_office', { what: 'answer_scale' })
    case 'choice':
      return typeof value === 'string' && question.choices.includes(value)
        ? undefined
        : message('fault_answer_choices', { choices: question.choices })
  }
}
