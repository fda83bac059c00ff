import { type CsvCell, declaredList } from '../../platform/http/index.ts'
import { uuidToId } from '../../shared/ids.ts'
import type { ReadNames } from '../postings/index.ts'
import { sprintsListed } from './sprints.list.ts'
import { type ListedSprint, listedSprint } from './sprints.schemas.ts'
import type { SprintRow } from './sprints.table.ts'
import type { Sprints } from './sprints.ts'

const COLUMNS = [
  ...['id', 'organization_id', 'organization_external_id', 'organization_name', 'need_ids'],
  ...['deadline_at', 'half_time_at', 'has_ended', 'created_at', 'updated_at'],
]

/** Declares the list of sprints, as JSON and as CSV. */
export function sprintList(sprints: Pick<Sprints, 'list' | 'count'>, readNames: ReadNames) {
  return declaredList<SprintRow, ListedSprint>({
    name: 'sprints',
    list: sprintsListed,
    prefixes: ['sprint'],
    item: listedSprint,
    show: showListed,
    read: sprints.list,
    count: sprints.count,
    csv: {
      description:
        'One row for each sprint, in the order in which they began. The name is shown if your token may read organizations.',
      columns: COLUMNS,
      async cells(ctx, rows) {
        const names = await readNames(
          ctx,
          rows.map(({ organizationId }) => organizationId),
        )
        return rows.map((row): CsvCell[] => {
          const shown = showListed(row)
          const organization = names.get(row.organizationId)
          return [
            ...[
              shown.id,
              shown.organization_id,
              organization?.externalId ?? null,
              organization?.name ?? null,
            ],
            ...[shown.need_ids.join('; '), shown.deadline_at, shown.half_time_at],
            ...[String(shown.has_ended), shown.created_at, shown.updated_at],
          ]
        })
      },
    },
  })
}

function showListed(row: SprintRow): ListedSprint {
  return {
    id: row.id,
    organization_id: row.organizationId,
    need_ids: row.needIds.map((uuid) => uuidToId('need', uuid)),
    deadline_at: row.deadlineAt.toISOString(),
    half_time_at: row.halfTimeAt.toISOString(),
    has_ended: row.endTold,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}
