import { z } from 'zod'
import {
  type CsvCell,
  decodeCursor,
  listQueries,
  pagesOf,
  type RequestContext,
  toPage,
} from '../../../platform/http/index.ts'
import { type ProgramId, sameNumber } from '../../../shared/ids.ts'
import { idOf } from '../../../shared/wire.ts'
import { moments } from '../../internships/index.ts'
import { sides } from '../../introductions/index.ts'
import type { EvaluationPlace } from './evaluations.repository.ts'
import { evaluation } from './evaluations.schemas.ts'
import type { EvaluationRow } from './evaluations.table.ts'
import { listEvaluations } from './evaluations.ts'

const COLUMNS = [
  ...['engagement_id', 'candidate_id', 'candidate_external_id', 'organization_id', 'moment', 'side'],
  ...['question_id', 'question', 'kind', 'answer', 'created_at'],
]
const queries = listQueries({})
type Listed = Awaited<ReturnType<typeof listEvaluations>>[number]
type Ids = { ids: { id: ProgramId } }

/** The list of evaluations of a program's internships, as JSON and as CSV. */
export const evaluationList = {
  name: 'evaluations',
  summary: "List the evaluations of a program's internships",
  ids: { id: 'program' } as const,
  queries,
  item: evaluation,
  async readPage(
    ctx: RequestContext,
    {
      ids: { id },
      query: { limit, cursor },
    }: Ids & { query: { limit: number; cursor?: string | undefined } },
  ) {
    const rows = await listEvaluations(ctx, { id, limit: limit + 1, after: placeOf(cursor) })
    return toPage(rows, limit, (row) => showEvaluation(row.evaluation), cursorOf)
  },
  csv: {
    summary: "Export the evaluations of a program's internships as CSV",
    description: 'One row per answer. The organization’s answers appear when both sides have answered.',
    columns: COLUMNS,
    async *pages(ctx: RequestContext, { ids: { id } }: Ids) {
      const read = (limit: number, last: Listed | undefined) =>
        listEvaluations(ctx, { id, limit, after: last?.evaluation })
      for await (const rows of pagesOf(read)) yield rows.flatMap(cellsOf)
    },
  },
}

const position = z.object({ e: idOf('engagement'), m: z.enum(moments), s: z.enum(sides) })

function placeOf(cursor: string | undefined): EvaluationPlace | undefined {
  if (cursor === undefined) return undefined
  const { e, m, s } = decodeCursor(cursor, position)
  return { engagementId: e, moment: m, side: s }
}

function cursorOf({ evaluation: { engagementId, moment, side } }: Listed) {
  return { e: engagementId, m: moment, s: side }
}

function cellsOf({ evaluation: row, engagement, externalId }: Listed): CsvCell[][] {
  return row.answers.map(({ question, value }) => [
    ...[
      row.engagementId,
      sameNumber('candidate', engagement.helperId),
      externalId,
      engagement.organizationId,
    ],
    ...[
      row.moment,
      row.side,
      question.id,
      question.question,
      question.kind,
      value,
      row.createdAt.toISOString(),
    ],
  ])
}

export function showEvaluation(row: EvaluationRow): z.output<typeof evaluation> {
  return {
    engagement_id: row.engagementId,
    moment: row.moment,
    side: row.side,
    answers: row.answers,
    created_at: row.createdAt.toISOString(),
  }
}
