import type { Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
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
    const fault = (field: string, detail: string) => [
      { pointer: `/answers/${at}/${field}`, code: 'invalid_value', detail },
    ]
    if (!question) return fault('question_id', 'The program has no such question.')
    if (seen.has(question_id)) return fault('question_id', 'Answer each question once.')
    seen.add(question_id)
    const why = faultOf(question, value)
    return why === undefined ? [] : fault('value', why)
  })
  const missing = questions.filter(({ id, is_required }) => is_required && !seen.has(id))
  const missed = missing.map(({ id }) => ({
    pointer: '/answers',
    code: 'required',
    detail: `Answer the question ${id}.`,
  }))
  if (faults.length + missed.length > 0) throw validationFailed([...faults, ...missed])
  const given = new Map(answers.map(({ question_id, value }) => [question_id, value]))
  return questions.flatMap((question): Answered[] => {
    const value = given.get(question.id)
    return value === undefined ? [] : [{ question, value }]
  })
}

function faultOf(question: EvaluationQuestion, value: string | number): string | undefined {
  switch (question.kind) {
    case 'text':
      return typeof value === 'string' ? undefined : 'Answer this question in words.'
    case 'scale':
      return typeof value === 'number' ? undefined : 'Answer this question by a number from 1 to 5.'
    case 'choice':
      return typeof value === 'string' && question.choices.includes(value)
        ? undefined
        : `Answer this question by one of: ${question.choices.join('; ')}.`
  }
}
