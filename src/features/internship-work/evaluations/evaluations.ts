import { violatedConstraint } from '../../../platform/db/index.ts'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import type { ProgramId } from '../../../shared/ids.ts'
import { DAY_MS } from '../../../shared/time.ts'
import {
  type EngagementId,
  type EngagementRow,
  findEngagement,
  notifyEngagement,
  speakingSide,
} from '../../engagements/index.ts'
import {
  createProgramsRepository,
  type EvaluationQuestions,
  type Moment,
  NO_QUESTIONS,
} from '../../internships/index.ts'
import { sidesOf } from '../../introductions/index.ts'
import { candidateOf, requireInternship } from '../require-internship.ts'
import { checkAnswers } from './check-answers.ts'
import { createEvaluationsRepository, type EvaluationPlace } from './evaluations.repository.ts'
import type { EvaluationInput } from './evaluations.schemas.ts'
import type { EvaluationRow } from './evaluations.table.ts'

/** Days before the planned end from which the final evaluation may be sent. */
const FINAL_DAYS = 14

/**
 * Stores one side's evaluation. The mid-term one is for active work; the final one is for its last two weeks and afterwards.
 * Throws `engagement_not_found`, `not_an_internship`, `no_evaluation`, `evaluation_not_due`, `evaluation_given` and
 * `validation_failed`.
 */
export async function sendEvaluation(
  ctx: WriteContext,
  { id, moment, answers, side: given }: EvaluationInput & { id: EngagementId },
): Promise<EvaluationRow> {
  const engagement = await findEngagement(ctx, { id })
  requireInternship(engagement)
  const side = speakingSide(engagement, ctx.actor.partnerId, given)
  const { questions, endsOn, programId } = await readProgram(ctx, engagement)
  if (questions[moment].length === 0)
    throw new DomainError(
      'no_evaluation',
      `The program asks no ${moment.replace('_', '-')} questions. Its office can add them to evaluations of the program.`,
    )
  requireDue(engagement, moment, { endsOn, now: ctx.clock() })
  const row: EvaluationRow = {
    engagementId: id,
    moment,
    side,
    answers: checkAnswers(questions[moment], answers),
    createdAt: ctx.clock(),
    offerPartnerId: engagement.offerPartnerId,
    programId,
  }
  try {
    await createEvaluationsRepository(ctx.db).insert(row)
  } catch (error) {
    if (violatedConstraint(error) !== 'evaluations_pkey') throw error
    throw new DomainError(
      'evaluation_given',
      'This side has already sent that evaluation, and it is kept as it was sent. Read it with GET /v1/engagements/{id}/evaluations.',
    )
  }
  notifyEngagement(ctx, engagement, { type: 'engagement.evaluated', moment, side })
  return row
}

/**
 * Returns the questions of an internship's program, and the evaluations that the caller may see. Throws
 * `engagement_not_found`.
 */
export async function readEvaluations(
  ctx: Context,
  { id }: { id: EngagementId },
): Promise<{ questions: EvaluationQuestions; rows: EvaluationRow[] }> {
  const engagement = await findEngagement(ctx, { id })
  const rows = await createEvaluationsRepository(ctx.db).ofEngagements([id])
  const own = sidesOf(engagement, ctx.actor.partnerId)
  const bySide = Map.groupBy(rows, ({ moment }) => moment)
  const isShown = (row: EvaluationRow) => own.includes(row.side) || bySide.get(row.moment)?.length === 2
  return { questions: (await readProgram(ctx, engagement)).questions, rows: rows.filter(isShown) }
}

/** Lists evaluations of a program of the caller by the same rule. Throws `program_not_found`. */
export async function listEvaluations(
  { actor, db }: Context,
  { id, ...page }: { id: ProgramId; limit: number; after: EvaluationPlace | undefined },
) {
  if (!(await createProgramsRepository(db).find(actor.partnerId, id))) throw notFound('program')
  return createEvaluationsRepository(db).ofProgram(actor.partnerId, id, page)
}

/** Reads the program. Only the office knows it, so both sides see only its questions. */
async function readProgram(
  ctx: Context,
  engagement: EngagementRow,
): Promise<{ questions: EvaluationQuestions; endsOn: string | null; programId: ProgramId | null }> {
  const candidate = await candidateOf(ctx, engagement)
  const program =
    candidate && (await createProgramsRepository(ctx.db).find(candidate.partnerId, candidate.programId))
  return {
    questions: program?.evaluations ?? NO_QUESTIONS,
    endsOn: engagement.plan.ends_on ?? program?.endsOn ?? null,
    programId: program?.id ?? null,
  }
}

function requireDue(
  { status }: EngagementRow,
  moment: Moment,
  { endsOn, now }: { endsOn: string | null; now: Date },
): void {
  const isActive = status === 'active'
  if (moment === 'mid_term') {
    if (isActive) return
    throw new DomainError(
      'evaluation_not_due',
      'The mid-term evaluation is for work that is under way. Send the final evaluation instead, with moment final.',
    )
  }
  if (!isActive || endsOn === null) return
  const from = new Date(Date.parse(endsOn) - FINAL_DAYS * DAY_MS)
  if (now >= from) return
  const detail = `The final evaluation can be sent from ${from.toISOString().slice(0, 10)} on, or after the end of the work.`
  throw new DomainError('evaluation_not_due', detail)
}
