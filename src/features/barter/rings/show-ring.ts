import { isId, type PartnerId } from '../../../shared/ids.ts'
import type { MarketRepository, NeedRecord, OfferRecord } from '../../matches/index.ts'
import type { BarterPostingId } from '../barter-ids.ts'
import type { BarterReader } from '../barter-market.ts'
import type { FoundRing } from '../search-rings.ts'
import type { Ring } from './rings.repository.ts'
import type { RingFullyShown, RingShown } from './rings.schemas.ts'

/** Reads needs and offers by key. */
export type PostingReader = Pick<MarketRepository, 'needsByKey' | 'offersByKey'>

interface Link {
  partnerId: PartnerId
  organizationId: string | null
  helperId: string | null
  givesId: BarterPostingId
  toId: BarterPostingId
  score: number
}

type Side = RingShown['parties'][number]['gives']

/** Returns the smaller of the hours given and wanted, or null if neither side states any. */
export function agreedHours(gives: number | null, wants: number | null): number | null {
  return gives === null || wants === null ? (gives ?? wants) : Math.min(gives, wants)
}

/** Reads the title, skills and hours of everything that is given or wanted. */
export async function readSides(
  reader: PostingReader,
  links: readonly {
    ownerOf(id: BarterPostingId): PartnerId | undefined
    givesId: BarterPostingId
    toId: BarterPostingId
  }[],
): Promise<(id: string, is: 'gives' | 'to') => Side> {
  const keys = links.flatMap(({ ownerOf, givesId, toId }) =>
    [givesId, toId].flatMap((id) => {
      const partnerId = ownerOf(id)
      return partnerId ? [{ partnerId, id }] : []
    }),
  )
  const needs = await reader.needsByKey(keys.filter(({ id }) => isId('need', id)))
  const offers = await reader.offersByKey(keys.filter(({ id }) => isId('offer', id)))
  const byId = new Map<string, Record<'gives' | 'to', Side>>([
    ...needs.map((record) => [record.need.id, sidesOfNeed(record)] as const),
    ...offers.map((record) => [record.offer.id, sidesOfOffer(record)] as const),
  ])
  const missing = (id: string): Side => ({ id, title: '', skills: [], hours_per_week: null })
  return (id, is) => byId.get(id)?.[is] ?? missing(id)
}

function sidesOfNeed({ need }: NeedRecord): Record<'gives' | 'to', Side> {
  return {
    gives: sideOf(need.id, need.title, need.gives, hoursIn(need.gives)),
    to: sideOf(need.id, need.title, need.skills, need.hoursPerWeek),
  }
}

function sidesOfOffer({ offer }: OfferRecord): Record<'gives' | 'to', Side> {
  const wants = offer.terms.kind === 'barter' ? offer.terms.wants : []
  return {
    gives: sideOf(offer.id, offer.title, offer.skills, offer.hoursPerWeek),
    to: sideOf(offer.id, offer.title, wants, hoursIn(wants)),
  }
}

function sideOf(id: string, title: string, skills: readonly { skill: string }[], hours: number | null): Side {
  return { id, title, skills: skills.map(({ skill }) => skill), hours_per_week: hours }
}

function hoursIn(parts: readonly { hours_per_week: number | null }[]): number | null {
  if (parts.some(({ hours_per_week }) => hours_per_week === null)) return null
  return parts.reduce((sum, { hours_per_week }) => sum + (hours_per_week ?? 0), 0)
}

/** Shows found rings in the form that one of their partners sees. */
export async function showFoundRings(
  { reader, market }: { reader: PostingReader; market: BarterReader },
  rings: readonly FoundRing[],
  partnerId: PartnerId,
): Promise<RingShown[]> {
  const ownerOf = (id: BarterPostingId) => market.partnerOf(id)
  const edges = rings.flatMap((ring) => ring.edges)
  const side = await readSides(
    reader,
    edges.map((edge) => ({ ...edge, ownerOf })),
  )
  return rings.map(({ edges, score }) => {
    const links = edges.flatMap((edge): Link[] => {
      const owner = ownerOf(edge.givesId)
      if (!owner) return []
      const isOrganization = edge.from.startsWith('org_')
      return [
        {
          ...edge,
          partnerId: owner,
          organizationId: isOrganization ? edge.from : null,
          helperId: isOrganization ? null : edge.from,
        },
      ]
    })
    return { score, parties: showLinks(links, side, partnerId) }
  })
}

/** Shows a ring in the form that one of its partners sees. */
export async function showRing(
  reader: PostingReader,
  ring: Ring,
  partnerId: PartnerId,
): Promise<RingFullyShown> {
  return fullyShown(ring, await sidesOf(reader, [ring]), partnerId)
}

/** Shows rings in the form that one of their partners sees. Reads what they give and want once for all. */
export async function showRings(
  reader: PostingReader,
  rings: readonly Ring[],
  partnerId: PartnerId,
): Promise<RingFullyShown[]> {
  const side = await sidesOf(reader, rings)
  return rings.map((ring) => fullyShown(ring, side, partnerId))
}

type SideOf = Awaited<ReturnType<typeof readSides>>

function sidesOf(reader: PostingReader, rings: readonly Ring[]): Promise<SideOf> {
  const owners = new Map<string, PartnerId>()
  for (const { parties } of rings)
    for (const [at, party] of parties.entries()) {
      owners.set(party.givesId, party.partnerId)
      owners.set(party.toId, parties[(at + 1) % parties.length]?.partnerId ?? party.partnerId)
    }
  const links = rings.flatMap(({ parties }) => parties)
  return readSides(
    reader,
    links.map((party) => ({ ...party, ownerOf: (id: string) => owners.get(id) })),
  )
}

function fullyShown(ring: Ring, side: SideOf, partnerId: PartnerId): RingFullyShown {
  const { parties } = ring
  const shown = showLinks(parties, side, partnerId)
  return {
    id: ring.id,
    status: ring.status,
    reason: ring.reason,
    is_proposed_by_you: ring.proposedBy === partnerId,
    message: ring.message,
    expires_at: ring.expiresAt.toISOString(),
    ended_at: ring.endedAt?.toISOString() ?? null,
    parties: shown.map((party, at) => ({
      ...party,
      has_accepted: parties[at]?.acceptedAt != null,
      value_per_hour: parties[at]?.valuePerHour ?? null,
      engagement_id: parties[at]?.engagementId ?? null,
    })),
    version: ring.version,
    created_at: ring.createdAt.toISOString(),
    updated_at: ring.updatedAt.toISOString(),
  }
}

function showLinks(links: readonly Link[], side: SideOf, partnerId: PartnerId): RingShown['parties'] {
  const hours = links.map(({ givesId, toId }) =>
    agreedHours(side(givesId, 'gives').hours_per_week, side(toId, 'to').hours_per_week),
  )
  return links.map((link, at) => {
    const given = hours[at] ?? null
    const got = hours[(at + links.length - 1) % links.length] ?? null
    return {
      organization_id: link.organizationId,
      helper_id: link.helperId,
      is_yours: link.partnerId === partnerId,
      gives: side(link.givesId, 'gives'),
      to: side(link.toId, 'to'),
      score: Math.round(link.score * 1e6) / 1e6,
      hours_per_week: given,
      gets_hours_per_week: got,
      balance_hours_per_week: given === null || got === null ? null : given - got,
    }
  })
}
