import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { evaluationQuestion, moments } from '../../internships/index.ts'

const moment = z.enum(moments).describe('`mid_term` or `final`')
const side = z.enum(['need', 'offer'])
const value = z.union([wire.text(1, 2000), z.int().min(1).max(5)])

export const evaluationInput = z
  .strictObject({
    moment,
    side: side.optional().describe('Required only if both sides are yours'),
    answers: z
      .array(
        z.strictObject({
          question_id: z.string().max(40).describe('Id of the question in the program'),
          value: value.describe('Words, a number from 1 to 5, or one of the choices: as the question asks'),
        }),
      )
      .max(40)
      .describe('One answer to each question'),
  })
  .meta({ id: 'EvaluationBody' })
export type EvaluationInput = z.output<typeof evaluationInput>

export const evaluation = z
  .object({
    engagement_id: wire.idOf('engagement').describe('The internship'),
    moment,
    side: side.describe('The side that answered'),
    answers: z
      .array(
        z.object({
          question: evaluationQuestion.describe('The question as it was asked'),
          value: z.union([z.string(), z.number()]).describe('The answer'),
        }),
      )
      .describe('In the order of the questions'),
    created_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Evaluation' })

export const evaluationsShown = z
  .object({
    questions: z
      .object({
        mid_term: z.array(evaluationQuestion).describe('Questions in the middle of the work'),
        final: z.array(evaluationQuestion).describe('Questions at its end'),
      })
      .describe("The program's questions as they are now"),
    evaluations: z
      .array(evaluation)
      .describe("Yours, and the other side's of a moment once both have answered that one"),
  })
  .meta({ id: 'Evaluations' })
