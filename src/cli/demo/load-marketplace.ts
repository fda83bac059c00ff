import type { Deps } from '../../app/services.ts'
import { createPartner, createPartnersRepository } from '../../features/access/index.ts'
import { helperInput, needInput, offerInput, organizationInput } from '../../features/postings/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { parseOrThrow } from '../../shared/faults.ts'
import type { Id, PartnerId } from '../../shared/ids.ts'
import { readMarketplace } from './marketplace-files.ts'

const SITE = 'Example: Bay Area Help Network'
const OFFICE = 'Example: Harborview College Internship Office'
/** Few enough to leave the pool some connections. */
const AT_ONCE = 4

type DemoDeps = Pick<Deps, 'db' | 'clock' | 'organizations' | 'helpers' | 'needs' | 'offers'>

export interface LoadedMarketplace {
  partnerId: PartnerId
  clientId: Id<'client'>
  counts: { organizations: number; helpers: number; needs: number; offers: number }
}

/**
 * Posts the example marketplace through the same verbs as the API: interns by an internship office, the rest
 * by a partner site. Loading it again brings it up to date. Returns the site.
 */
export async function loadMarketplace(deps: DemoDeps): Promise<LoadedMarketplace> {
  const files = readMarketplace(deps.clock())
  const site = await findOrCreatePartner(deps, SITE, 'site')
  const office = await findOrCreatePartner(deps, OFFICE, 'internship_office')
  const interning = new Set(
    files.offers.filter((offer) => offer.kind === 'intern').map((offer) => offer.helper),
  )
  const partnerOf = (helper: string) => (interning.has(helper) ? office.partnerId : site.partnerId)

  const organizationIds = await putAll(files.organizations, async (body) => {
    const input = parseOrThrow(organizationInput, body)
    return (await deps.organizations.put(site.partnerId, body.external_id, input, null)).row.id
  })
  const idsOf = (names: string[] = []) => names.map((name) => organizationIds.get(name))
  const helperIds = await putAll(files.helpers, async ({ connections, blocked_organizations, ...body }) => {
    const others = { connections: idsOf(connections), blocked_organization_ids: idsOf(blocked_organizations) }
    const input = parseOrThrow(helperInput, { ...body, ...others })
    return (await deps.helpers.put(partnerOf(body.external_id), body.external_id, input, null)).row.id
  })
  await putAll(files.needs, async ({ organization, ...body }) => {
    const input = parseOrThrow(needInput, { ...body, organization_id: organizationIds.get(organization) })
    return (await deps.needs.put(site.partnerId, body.external_id, input, null)).row.id
  })
  await putAll(files.offers, async ({ helper, ...body }) => {
    const input = parseOrThrow(offerInput, { ...body, helper_id: helperIds.get(helper) })
    return (await deps.offers.put(partnerOf(helper), body.external_id, input, null)).row.id
  })
  return {
    ...site,
    counts: {
      organizations: files.organizations.length,
      helpers: files.helpers.length,
      needs: files.needs.length,
      offers: files.offers.length,
    },
  }
}

async function findOrCreatePartner(deps: DemoDeps, name: string, kind: 'site' | 'internship_office') {
  const rows = await createPartnersRepository(deps.db).listPartners()
  const found = rows.find((row) => row.partner.name === name && row.client)
  if (found?.client) return { partnerId: found.partner.id, clientId: found.client.id }
  const { partnerId, clientId } = await createPartner(deps, { name, kind })
  return { partnerId, clientId }
}

/** Posts each record and returns its id by external id. */
async function putAll<T extends { external_id: string }, I>(
  records: T[],
  put: (record: T) => Promise<I>,
): Promise<Map<string, I>> {
  const ids = new Map<string, I>()
  const waiting = [...records]
  const worker = async () => {
    for (let record = waiting.shift(); record; record = waiting.shift()) {
      try {
        ids.set(record.external_id, await put(record))
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        const faults = error.faults.map((fault) => `${fault.pointer} ${fault.detail}`).join('; ')
        throw new Error(`example marketplace, ${record.external_id}: ${faults || error.message}`)
      }
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
  return ids
}
