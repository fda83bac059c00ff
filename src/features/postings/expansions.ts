import { type Expansion, type RequestContext, requireScope } from '../../platform/http/index.ts'
import type { HelperId, OrganizationId } from '../../shared/ids.ts'
import { positionsLeft, sessionsLeft, shownLeft } from './capacity.ts'
import { showHelper } from './helpers/helpers.posting.ts'
import { createHelpersRepository } from './helpers/helpers.repository.ts'
import type { NeedRow } from './needs/needs.table.ts'
import type { OfferRow } from './offers/offers.table.ts'
import { showOrganization } from './organizations/organizations.posting.ts'
import { createOrganizationsRepository } from './organizations/organizations.repository.ts'
import { createPublicViewsRepository } from './public-views.repository.ts'

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

/** Includes what is left of each of the caller's needs. This changes without a new version of the need. */
export const expandLeftOfNeed: Expansion<NeedRow> = async ({ db }, rows) => {
  const records = await createPublicViewsRepository(db).needs(rows)
  const byId = new Map(records.map((record) => [record.need.id, record]))
  return ({ id, hoursPerWeek }) => {
    const record = byId.get(id)
    if (!record) return null
    const positions = positionsLeft(record)
    return {
      positions,
      hours_per_week: hoursPerWeek === null ? null : hoursPerWeek * positions,
      sessions: sessionsLeft(record).map(({ id: session_id, positions_left }) => ({
        session_id,
        positions: positions_left,
      })),
    }
  }
}

/** Includes what is left of each of the caller's offers. This changes without a new version of the offer. */
export const expandLeftOfOffer: Expansion<OfferRow> = async ({ db }, rows) => {
  const records = await createPublicViewsRepository(db).offers(rows)
  const byId = new Map(records.map(({ offer, hoursLeft }) => [offer.id, hoursLeft]))
  return ({ id }) => ({ hours_per_week: shownLeft(byId.get(id) ?? null) })
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
