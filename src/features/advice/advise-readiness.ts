import type { Context } from '../../platform/events/index.ts'
import type { OrganizationId } from '../../shared/ids.ts'
import type { BriefInput, NeedInput } from '../postings/index.ts'
import type { ReadinessInput } from './advice.schemas.ts'
import type { Brief, ReadinessCause } from './brief.ts'
import { createPastReportsRepository } from './past-reports.repository.ts'
import { type PastReport, type Readiness, readinessOf } from './readiness.ts'

export interface ReadinessPorts {
  getNeed(ctx: Context, need: { id: NonNullable<ReadinessInput['need_id']> }): Promise<JudgedNeed>
}

interface JudgedNeed {
  organizationId: OrganizationId
  title: string
  description: string
  hoursPerWeek: number | null
  accepts: NeedInput['accepts']
  brief: BriefInput | null
}

const CAUSES: readonly ReadinessCause[] = [
  'task_not_system',
  'micromanaged',
  'no_plan',
  'busy_work',
  'hireling_not_teammate',
]

/**
 * Creates the check of a need or a draft. Obstacles that its organization reported before weigh more. Throws
 * `need_not_found`.
 */
export function createAdviseReadiness({ getNeed }: ReadinessPorts) {
  return async function adviseReadiness(ctx: Context, input: ReadinessInput): Promise<Readiness> {
    const { need, organizationId } = await readNeed(ctx, getNeed, input)
    return readinessOf(need, organizationId ? await readPastReports(ctx, organizationId) : [])
  }
}

async function readPastReports({ actor, db }: Context, id: OrganizationId): Promise<PastReport[]> {
  const reports = await createPastReportsRepository(db).list(actor.partnerId, id)
  return reports.flatMap(({ obstacle, reportedOn }): PastReport[] => {
    const cause = CAUSES.find((one) => one === obstacle)
    return cause ? [{ cause, reportedOn }] : []
  })
}

async function readNeed(
  ctx: Context,
  getNeed: ReadinessPorts['getNeed'],
  { need_id, draft }: ReadinessInput,
) {
  if (need_id !== undefined) {
    const { organizationId, brief, ...need } = await getNeed(ctx, { id: need_id })
    return { organizationId, need: { ...need, brief: toBrief(brief ?? { steps: [] }) } }
  }
  if (!draft) throw new Error('the schema lets one of the two through')
  const { organization_id: organizationId, hours_per_week, brief, title, description, accepts } = draft
  const need = { title, description, accepts, hoursPerWeek: hours_per_week ?? null, brief: toBrief(brief) }
  return { organizationId, need }
}

function toBrief(brief: BriefInput): Brief {
  return {
    outcome: brief.outcome ?? null,
    moves: brief.moves ?? null,
    steps: brief.steps,
    documentUrl: brief.document_url ?? null,
    autonomy: brief.autonomy ?? null,
    checkInsPerWeek: brief.check_ins_per_week ?? null,
    trainingHours: brief.training_hours ?? null,
    repeatsPerWeek: brief.repeats_per_week ?? null,
    helperGains: brief.helper_gains ?? null,
  }
}
