import type { Context } from '../../platform/events/index.ts'
import { isId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { createOrganizationsRepository } from '../postings/index.ts'
import type { Detail } from './details.ts'
import type { ImportType } from './imports.table.ts'
import type { SourceRow } from './source-row.ts'

/**
 * Gives new needs what they lack from their organization: the country of a place, and the time zone of their hours. An
 * existing need keeps its own.
 */
export async function withPlacesOfOrganizations(
  { db, actor }: Context,
  type: ImportType,
  rows: readonly SourceRow[],
): Promise<readonly SourceRow[]> {
  if (type !== 'needs') return rows
  const lacking = rows.filter((row) => lacksCountry(row) || lacksZone(row) || hasSessions(row))
  const ids = new Set(lacking.map(organizationOf).filter((id) => id !== null))
  if (ids.size === 0) return rows
  const found = await createOrganizationsRepository(db).findAll(actor.partnerId, [...ids])
  const byId = new Map(found.map((one) => [one.id, one]))
  return rows.map((row) => {
    const id = organizationOf(row)
    const organization = id && byId.get(id)
    if (!organization) return row
    const { location, timeZone } = organization
    const country = lacksCountry(row) ? location?.country : undefined
    const zone = lacksZone(row) ? timeZone : undefined
    const forNew = {
      ...(country !== undefined && { location: { country } }),
      ...(zone !== undefined && { availability: { time_zone: zone } }),
    }
    const notices = [
      country !== undefined && takenFromOrganization('country', message('import_country_taken', { country })),
      zone !== undefined && takenFromOrganization('availability', message('import_zone_taken', { zone })),
    ].filter((notice) => notice !== false)
    const sessions = row.patch.sessions
    const patch = Array.isArray(sessions)
      ? { ...row.patch, sessions: sessions.map((one) => ({ time_zone: timeZone, ...one })) }
      : row.patch
    return { ...row, patch, forNew, notices: [...row.notices, ...notices] }
  })
}

function takenFromOrganization(column: string, detail: Detail) {
  return { column, code: 'taken_from_organization', details: [detail], value: null }
}

function organizationOf({ isRead, patch }: SourceRow) {
  const { organization_id: id } = patch
  return isRead && typeof id === 'string' && isId('org', id) ? id : null
}

function lacksCountry({ patch }: SourceRow): boolean {
  return isObject(patch.location) && patch.location.country === undefined
}

function hasSessions({ patch }: SourceRow): boolean {
  return Array.isArray(patch.sessions)
}

function lacksZone({ patch }: SourceRow): boolean {
  return isObject(patch.availability) && patch.availability.time_zone === undefined
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
