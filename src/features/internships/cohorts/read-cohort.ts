import type { PlacedOrganization } from '../../../engines/placement/index.ts'
import type { Queryable } from '../../../platform/db/index.ts'
import { type CandidateId, type NeedId, type OrganizationId, sameNumber } from '../../../shared/ids.ts'
import { inSteps } from '../../../shared/in-steps.ts'
import { type MatchingDeps, keysOf as matchKeysOf, shareMarket, toMarketOffer } from '../../matches/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import type { Quotas } from '../placements/placements.schemas.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

const PAGE = 250

/** A cohort as it is to be placed: everybody's choices, and what each is worth. */
export interface ReadCohort {
  candidates: { id: CandidateId; choices: NeedId[]; scores: number[] }[]
  needs: { id: NeedId; capacity: number; organizationId: OrganizationId }[]
  organizations: PlacedOrganization[]
  /** Candidates who may not be ranked now. */
  notRanked: CandidateId[]
  needsLeftOut: NeedId[]
}

export interface ReadCohortDeps extends MatchingDeps {
  db: Queryable
}

/**
 * Reads candidates, needs and choices of a cohort as they are now. Choices that were posted are kept as far as the pair
 * is a match; whoever posted none gets the best by score. Organizations want those they ranked, and then, by score,
 * those who chose them.
 */
export async function readCohort(
  deps: ReadCohortDeps,
  cohort: CohortRow,
  { quotas, fillChoices }: { quotas: Quotas; fillChoices: number },
): Promise<ReadCohort> {
  const posted = await createPreferencesRepository(deps.db).list(cohort.partnerId, cohort.id)
  const choicesOf = new Map(posted.map(({ id, choices }) => [id, choices]))
  const members = await createCandidatesRepository(deps.db).membersOf(cohort)
  const { needs, leftOut } = await readNeeds(deps, cohort, quotas)
  const ranked = members.filter((one) => one.status === 'open' && one.sharesProfile).map(({ id }) => id)
  const candidates = await scoreChoices(deps, cohort, ranked, needs, choicesOf, fillChoices)
  return {
    candidates,
    needs,
    organizations: await readOrganizations(deps, cohort, { needs, candidates, choicesOf, quotas }),
    notRanked: members.filter(({ id }) => !ranked.includes(id)).map(({ id }) => id),
    needsLeftOut: leftOut,
  }
}

async function readNeeds(deps: ReadCohortDeps, cohort: CohortRow, quotas: Quotas) {
  const asked = new Map(cohort.needs.map((need) => [need.need_id, need.capacity]))
  for (const { need_id, capacity } of quotas.needs) if (asked.has(need_id)) asked.set(need_id, capacity)
  const needs: ReadCohort['needs'] = []
  const ids = [...asked.keys()]
  for (let from = 0; from < ids.length; from += PAGE) {
    const keys = ids.slice(from, from + PAGE).flatMap((id) => matchKeysOf(id, deps.engine.partnerOfNeed(id)))
    for (const { need } of await deps.market.needsByKey(keys)) {
      const isVisible =
        need.partnerId === cohort.partnerId ||
        (need.visibility === 'network' && shareMarket(need.partnerId, cohort.partnerId))
      if (need.status !== 'open' || !isVisible) continue
      const capacity = asked.get(need.id) ?? need.positions
      needs.push({ id: need.id, capacity, organizationId: need.organizationId })
    }
  }
  const found = new Set(needs.map(({ id }) => id))
  return { needs, leftOut: ids.filter((id) => !found.has(id)) }
}

async function scoreChoices(
  deps: ReadCohortDeps,
  { partnerId }: CohortRow,
  ids: readonly CandidateId[],
  needs: ReadCohort['needs'],
  choicesOf: ReadonlyMap<string, string[]>,
  fillChoices: number,
): Promise<ReadCohort['candidates']> {
  const all = needs.map(({ id }) => id)
  const asOfMs = deps.clock().getTime()
  const candidates: ReadCohort['candidates'] = []
  for (let from = 0; from < ids.length; from += PAGE) {
    const page = ids.slice(from, from + PAGE)
    const offers = await deps.market.offersByKey(
      page.map((id) => ({ partnerId, id: sameNumber('offer', id) })),
    )
    for (const record of offers) {
      const id = sameNumber('candidate', record.offer.id)
      const chosen = choicesOf.get(id)
      const among = chosen ? all.filter((need) => chosen.includes(need)) : all
      const limit = chosen ? among.length : fillChoices
      const ranked = await deps.turns.take(() =>
        inSteps(deps.engine.rankNeedsInSteps(toMarketOffer(record), { limit, asOfMs, among })),
      )
      const placeOf = (needId: string) => chosen?.indexOf(needId) ?? 0
      const sorted = ranked.toSorted((a, b) => placeOf(a.needId) - placeOf(b.needId))
      candidates.push({
        id,
        choices: sorted.map(({ needId }) => needId),
        scores: sorted.map(({ score }) => score),
      })
    }
  }
  return candidates.sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function readOrganizations(
  deps: ReadCohortDeps,
  cohort: CohortRow,
  read: Pick<ReadCohort, 'needs' | 'candidates'> & {
    choicesOf: ReadonlyMap<string, string[]>
    quotas: Quotas
  },
): Promise<PlacedOrganization[]> {
  const program = await createProgramsRepository(deps.db).find(cohort.partnerId, cohort.programId)
  const { quotas } = read
  const most = quotas.placements_per_organization ?? program?.quotas.placements_per_organization
  const capacities = new Map(
    [...cohort.organizations, ...quotas.organizations].map((one) => [one.organization_id, one.capacity]),
  )
  const organizationOf = new Map(read.needs.map(({ id, organizationId }) => [id, organizationId]))
  const room = new Map<OrganizationId, number>()
  for (const { organizationId, capacity } of read.needs)
    room.set(organizationId, (room.get(organizationId) ?? 0) + capacity)
  const scores = bestScores(read.candidates, organizationOf)
  return [...room].map(([id, places]) => {
    const given = read.choicesOf.get(id) ?? []
    const placeOf = new Map(given.map((candidate, at) => [candidate, at]))
    const byScore = [...(scores.get(id) ?? [])].sort(([a, scoreA], [b, scoreB]) => {
      const places = (placeOf.get(a) ?? given.length) - (placeOf.get(b) ?? given.length)
      return places || scoreB - scoreA || (a < b ? -1 : 1)
    })
    const capacity = Math.min(places, capacities.get(id) ?? places, most ?? places)
    return { id, capacity, ranking: byScore.map(([candidate]) => candidate) }
  })
}

/** By organization and candidate: the best score at any of its needs that the candidate chose. */
function bestScores(
  candidates: ReadCohort['candidates'],
  organizationOf: ReadonlyMap<NeedId, OrganizationId>,
): Map<OrganizationId, Map<CandidateId, number>> {
  const scores = new Map<OrganizationId, Map<CandidateId, number>>()
  for (const { id, choices, scores: own } of candidates) {
    choices.forEach((needId, at) => {
      const organizationId = organizationOf.get(needId)
      if (!organizationId) return
      const of = scores.get(organizationId) ?? new Map<CandidateId, number>()
      scores.set(organizationId, of.set(id, Math.max(of.get(id) ?? 0, own[at] ?? 0)))
    })
  }
  return scores
}
