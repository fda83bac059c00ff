import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { OrganizationId, PartnerId } from '../../shared/ids.ts'
import { engagements, retrospectives } from '../engagements/index.ts'
import { keptId } from '../postings/index.ts'

export function createPastReportsRepository(db: Queryable) {
  return {
    /**
     * Returns the obstacles that an organization, or the one it was merged into, reported in its retrospectives, with
     * the latest day of each.
     */
    async list(
      partnerId: PartnerId,
      organizationId: OrganizationId,
    ): Promise<{ obstacle: string; reportedOn: string }[]> {
      const { rows } = await db.execute<{ obstacle: string; reported_on: string }>(sql`
        select obstacle, to_char(max(${retrospectives.createdAt}) at time zone 'UTC', 'YYYY-MM-DD') as reported_on
        from ${engagements}
        join ${retrospectives} on ${retrospectives.engagementId} = ${engagements.id}
        cross join unnest(${retrospectives.obstacles}) as obstacle
        where ${and(
          eq(engagements.needPartnerId, partnerId),
          sql`${engagements.organizationId} = ${keptId('organization', partnerId, organizationId)}`,
          eq(retrospectives.side, 'need'),
        )}
        group by obstacle`)
      return rows.map((row) => ({ obstacle: row.obstacle, reportedOn: row.reported_on }))
    },
  }
}
