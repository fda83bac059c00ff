import type { Services } from '../../app/services.ts'
import { createPartner, createPartnersRepository } from '../../features/access/index.ts'
import { helperInput, needInput, offerInput, organizationInput } from '../../features/postings/index.ts'
import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { parseOrThrow } from '../../shared/faults.ts'
import type { Id, PartnerId } from '../../shared/ids.ts'
import { paragraphOf } from '../../shared/messages/index.ts'
import { loadIntroductions } from './load-introductions.ts'
import { readMarketplace } from './marketplace-files.ts'

const SITE = 'Example: Bay Area Help Network'
const OFFICE = 'Example: Harborview College Internship Office'
/** Concurrent writes: few enough to leave free connections in the pool. */
const CONCURRENCY = 4

type DemoServices = Pick<Services, 'runtime' | 'postings' | 'introductions' | 'engagements'>

export interface LoadedMarketplace {
  partnerId: PartnerId
  clientId: Id<'client'>
  counts: { organizations: number; helpers: number; needs: number; offers: number }
}

/**
 * Posts the example marketplace through the verbs that the API uses. An internship office posts the interns, a partner
 * site everything else. Loading it again updates it. Returns the site.
 */
export async function loadMarketplace(services: DemoServices): Promise<LoadedMarketplace> {
  const { organizations, helpers, needs, offers } = services.postings
  const files = readMarketplace(services.runtime.clock())
  const site = await findOrCreatePartner(services, SITE, 'site')
  const office = await findOrCreatePartner(services, OFFICE, 'internship_office')
  const interns = new Set(
    files.offers.filter((offer) => offer.kind === 'intern').map((offer) => offer.helper),
  )
  const partnerOf = (helper: string) => (interns.has(helper) ? office.partnerId : site.partnerId)

  const organizationIds = await putAll(files.organizations, (body) => {
    const given = { ...keyOf(body), input: parseOrThrow(organizationInput, body) }
    return writeAs(services, site.partnerId, (ctx) => organizations.put(ctx, given))
  })
  const idsOf = (names: string[] = []) => names.map((name) => organizationIds.get(name))
  const helperIds = await putAll(files.helpers, ({ connections, blocked_organizations, ...body }) => {
    const others = { connections: idsOf(connections), blocked_organization_ids: idsOf(blocked_organizations) }
    const given = { ...keyOf(body), input: parseOrThrow(helperInput, { ...body, ...others }) }
    return writeAs(services, partnerOf(body.external_id), (ctx) => helpers.put(ctx, given))
  })
  const needIds = await putAll(files.needs, ({ organization, ...body }) => {
    const input = parseOrThrow(needInput, { ...body, organization_id: organizationIds.get(organization) })
    return writeAs(services, site.partnerId, (ctx) => needs.put(ctx, { ...keyOf(body), input }))
  })
  const offerIds = await putAll(files.offers, ({ helper, ...body }) => {
    const input = parseOrThrow(offerInput, { ...body, helper_id: helperIds.get(helper) })
    return writeAs(services, partnerOf(helper), (ctx) => offers.put(ctx, { ...keyOf(body), input }))
  })
  const zones = new Map(files.helpers.map((helper) => [helper.external_id, helper.time_zone]))
  const zoneOfOffer = new Map(files.offers.map((offer) => [offer.external_id, zones.get(offer.helper)]))
  await loadIntroductions(services, files.introductions, {
    partners: { site: site.partnerId, office: office.partnerId },
    needIds,
    offerIds,
    zoneOfOffer,
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

async function findOrCreatePartner(services: DemoServices, name: string, kind: 'site' | 'internship_office') {
  const rows = await createPartnersRepository(services.runtime.db).listPartners()
  const found = rows.find((row) => row.partner.name === name && row.client)
  if (found?.client) return { partnerId: found.partner.id, clientId: found.client.id }
  const { partnerId, clientId } = await createPartner(services.runtime, { name, kind })
  return { partnerId, clientId }
}

function writeAs<T>(
  { runtime: { inTransaction, clock } }: DemoServices,
  partnerId: PartnerId,
  work: (ctx: WriteContext) => Promise<T>,
): Promise<T> {
  return inTransaction((tx) => work({ ...tx, clock, actor: { partnerId } }))
}

function keyOf(body: { external_id: string }) {
  return { externalId: body.external_id, precondition: null }
}

/** Posts each record and returns its id by external id. */
async function putAll<T extends { external_id: string }, I>(
  records: T[],
  put: (record: T) => Promise<{ row: { id: I } }>,
): Promise<Map<string, I>> {
  const ids = new Map<string, I>()
  const waiting = [...records]
  const worker = async () => {
    for (let record = waiting.shift(); record; record = waiting.shift()) {
      try {
        const { row } = await put(record)
        ids.set(record.external_id, row.id)
      } catch (error) {
        if (!(error instanceof DomainError)) throw error
        const faults = error.faults
          .map(({ pointer, messages }) => `${pointer} ${paragraphOf(messages, 'en')}`)
          .join('; ')
        throw new Error(`example marketplace, ${record.external_id}: ${faults || error.message}`)
      }
    }
  }
  await Promise.all(Array.from({ length: CONCURRENCY }, worker))
  return ids
}
