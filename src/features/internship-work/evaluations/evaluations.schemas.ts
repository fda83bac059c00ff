import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { evaluationQuestion, moments } from '../../internships/index.ts'

const moment = z.enum(moments).describe('Which evaluation: `mid_term` or `final`')
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
          value: value.describe('Answer to the question: text, a number from 1 to 5, or one of the choices'),
        }),
      )
      .max(40)
      .describe('Answers, one per question'),
  })
  .meta({ id: 'EvaluationBody' })
export type EvaluationInput = z.output<typeof evaluationInput>

export const evaluation = z
  .object({
    engagement_id: wire.idOf('engagement').describe('Engagement of the internship'),
    moment,
    side: side.describe('The side that answered'),
    answers: z
      .array(
        z.object({
          question: evaluationQuestion.describe('Question at the time of the answer'),
          value: z.union([z.string(), z.number()]).describe('The answer'),
        }),
      )
      .describe('Answers in the order of the questions'),
    created_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Evaluation' })

export const evaluationsShown = z
  .object({
    questions: z
      .object({
        mid_term: z.array(evaluationQuestion).describe('Questions of the mid-term evaluation'),
        final: z.array(evaluationQuestion).describe('Questions of the final evaluation'),
      })
      .describe('Current questions of the program'),
    evaluations: z
      .array(evaluation)
      .describe("Your evaluations, and the other side's once both sides have sent theirs of the same moment"),
  })
  .meta({ id: 'Evaluations' })
