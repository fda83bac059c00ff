import { z } from 'zod'
import { issueText } from '../../../shared/issue-messages.ts'
import * as wire from '../../../shared/wire.ts'

export const moments = ['mid_term', 'final'] as const
export type Moment = (typeof moments)[number]

const id = z
  .string()
  .regex(/^[a-z0-9_]{1,40}$/, issueText('fault_of_office', { what: 'question_id' }))
  .describe('Id of the question, used in answers')
const asked = {
  id,
  question: wire.text(1, 500).describe('Question for both sides'),
  is_required: z.boolean().default(true).describe('Whether an answer is required'),
}

/** A question of an evaluation. */
export const evaluationQuestion = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...asked, kind: z.literal('text').describe('Answered with text') }),
    z.strictObject({
      ...asked,
      kind: z.literal('scale').describe('Answered with a whole number from 1 to 5'),
    }),
    z.strictObject({
      ...asked,
      kind: z.literal('choice').describe('Answered with one of the choices'),
      choices: z.array(wire.text(1, 200)).min(2).max(20).describe('Choices for the answer'),
    }),
  ])
  .meta({ id: 'EvaluationQuestion' })
export type EvaluationQuestion = z.output<typeof evaluationQuestion>

const questions = (when: string) =>
  z
    .array(evaluationQuestion)
    .max(40)
    .refine(
      (all) => new Set(all.map((one) => one.id)).size === all.length,
      issueText('fault_of_office', { what: 'once_each' }),
    )
    .default([])
    .describe(`Questions ${when}, for the student's side and the organization's side. Empty: no evaluation`)

export const evaluationQuestions = z.strictObject({
  mid_term: questions('in the middle of the work'),
  final: questions('at its end'),
})
export type EvaluationQuestions = z.output<typeof evaluationQuestions>
export const NO_QUESTIONS: EvaluationQuestions = { mid_term: [], final: [] }
