import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'

export const moments = ['mid_term', 'final'] as const
export type Moment = (typeof moments)[number]

const id = z
  .string()
  .regex(/^[a-z0-9_]{1,40}$/, 'Must be 1 to 40 small letters, digits or underscores.')
  .describe('Names the question in answers')
const asked = {
  id,
  question: wire.text(1, 500).describe('What both sides are asked'),
  is_required: z.boolean().default(true).describe('Whether an evaluation needs an answer to it'),
}

/** A question of an evaluation. */
export const evaluationQuestion = z
  .discriminatedUnion('kind', [
    z.strictObject({ ...asked, kind: z.literal('text').describe('Answered in words') }),
    z.strictObject({ ...asked, kind: z.literal('scale').describe('Answered by a whole number from 1 to 5') }),
    z.strictObject({
      ...asked,
      kind: z.literal('choice').describe('Answered by one of the choices'),
      choices: z.array(wire.text(1, 200)).min(2).max(20).describe('What may be answered'),
    }),
  ])
  .meta({ id: 'EvaluationQuestion' })
export type EvaluationQuestion = z.output<typeof evaluationQuestion>

const questions = (when: string) =>
  z
    .array(evaluationQuestion)
    .max(40)
    .refine((all) => new Set(all.map((one) => one.id)).size === all.length, 'Each id may appear only once.')
    .default([])
    .describe(`Questions ${when}, to the student's side and to the organization's. Empty: no such evaluation`)

export const evaluationQuestions = z.strictObject({
  mid_term: questions('in the middle of the work'),
  final: questions('at its end'),
})
export type EvaluationQuestions = z.output<typeof evaluationQuestions>
export const NO_QUESTIONS: EvaluationQuestions = { mid_term: [], final: [] }
