import { type Expansion, type RequestContext, requireScope } from '../../platform/http/index.ts'
import type { HelperId, OrganizationId } from '../../shared/ids.ts'
import { showHelper } from './helpers/helpers.posting.ts'
import { createHelpersRepository } from './helpers/helpers.repository.ts'
import { showOrganization } from './organizations/organizations.posting.ts'
import { createOrganizationsRepository } from './organizations/organizations.repository.ts'

/** Includes the caller's own organization of each row; null for another partner's. Throws `scope_missing`. */
export const expandOrganization: Expansion<{ organizationId: OrganizationId }> = async (ctx, rows) => {
  requireScope(ctx.actor, 'organizations:read')
  const ids = distinct(rows.map(({ organizationId }) => organizationId))
  const shown = await readOwn(ctx, ids, createOrganizationsRepository, showOrganization)
  return ({ organizationId }) => shown.get(organizationId) ?? null
}

/** Includes the caller's own helper of each row; null for another partner's. Throws `scope_missing`. */
export const expandHelper: Expansion<{ helperId: HelperId }> = async (ctx, rows) => {
  requireScope(ctx.actor, 'helpers:read')
  const ids = distinct(rows.map(({ helperId }) => helperId))
  const shown = await readOwn(ctx, ids, createHelpersRepository, showHelper)
  return ({ helperId }) => shown.get(helperId) ?? null
}

async function readOwn<Id extends string, R extends { id: Id }, T>(
  { db, actor: { partnerId } }: RequestContext,
  ids: readonly Id[],
  createRepository: (db: RequestContext['db']) => {
    findAll(partnerId: RequestContext['actor']['partnerId'], ids: readonly Id[]): Promise<R[]>
  },
  show: (row: R) => T,
): Promise<Map<Id, T>> {
  const rows = await createRepository(db).findAll(partnerId, ids)
  return new Map(rows.map((row) => [row.id, show(row)]))
}

function distinct<T>(ids: readonly T[]): T[] {
  return [...new Set(ids)]
}
