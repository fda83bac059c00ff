import type { PlacedOrganization } from '../../../engines/placement/index.ts'
import type { Context } from '../../../platform/events/index.ts'
import { type CandidateId, type NeedId, type OrganizationId, sameNumber } from '../../../shared/ids.ts'
import type { ScoredNeeds, ScoreRequest, VisibleNeed } from '../../matches/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import type { Quotas } from '../placements/placements.schemas.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/** A cohort as it is to be placed: everybody's choices, and what each is worth. */
export interface ReadCohort {
  candidates: { id: CandidateId; choices: NeedId[]; scores: number[] }[]
  needs: { id: NeedId; capacity: number; organizationId: OrganizationId }[]
  organizations: PlacedOrganization[]
  /** Candidates who may not be ranked now. */
  notRanked: CandidateId[]
  needsLeftOut: NeedId[]
}

export interface ReadCohortInput {
  cohort: CohortRow
  quotas: Quotas
  /** How many needs a candidate without ranked choices gets, best first. */
  fillChoices: number
}

export interface ReadCohortPorts {
  /** Returns those of these needs that are open and that the caller may see. Throws `not_ready`. */
  readVisibleNeeds(ctx: Context, input: { ids: readonly NeedId[] }): Promise<VisibleNeed[]>
  /** Scores needs for each of many offers of the caller. Throws `not_ready`. */
  scoreNeeds(ctx: Context, input: { requests: readonly ScoreRequest[] }): Promise<ScoredNeeds[]>
}

/** Ranked choices by the id of the candidate or organization that made them. */
type ChoicesOf = ReadonlyMap<string, string[]>

/**
 * Reads candidates, needs and choices of one of the caller's cohorts as they are now. Ranked choices are kept if the pair
 * is a match. Candidates without ranked choices get the best needs by score. Organizations prefer the candidates whom they
 * ranked, then, by score, those who chose them. Throws `not_ready`.
 */
export function createReadCohort(ports: ReadCohortPorts) {
  return async function readCohort(ctx: Context, input: ReadCohortInput): Promise<ReadCohort> {
    const { cohort, fillChoices } = input
    const ranked = await createPreferencesRepository(ctx.db).list(cohort.partnerId, cohort.id)
    const choicesOf: ChoicesOf = new Map(ranked.map(({ id, choices }) => [id, choices]))
    const members = await createCandidatesRepository(ctx.db).membersOf(cohort)
    const { needs, leftOut } = await readNeeds(ctx, ports, input)
    const isRanked = (one: (typeof members)[number]) => one.status === 'open' && one.sharesProfile
    const ids = members.filter(isRanked).map(({ id }) => id)
    const requests = scoreRequests(ids, { needs, choicesOf, fillChoices })
    const candidates = candidatesOf(await ports.scoreNeeds(ctx, { requests }), choicesOf)
    return {
      candidates,
      needs,
      organizations: await readOrganizations(ctx, input, { needs, candidates, choicesOf }),
      notRanked: members.filter((one) => !isRanked(one)).map(({ id }) => id),
      needsLeftOut: leftOut,
    }
  }
}

async function readNeeds(
  ctx: Context,
  { readVisibleNeeds }: ReadCohortPorts,
  { cohort, quotas }: ReadCohortInput,
): Promise<{ needs: ReadCohort['needs']; leftOut: NeedId[] }> {
  const capacities = new Map(cohort.needs.map((need) => [need.need_id, need.capacity]))
  for (const { need_id, capacity } of quotas.needs)
    if (capacities.has(need_id)) capacities.set(need_id, capacity)
  const ids = [...capacities.keys()]
  const visible = await readVisibleNeeds(ctx, { ids })
  const found = new Set(visible.map(({ id }) => id))
  return {
    needs: visible.map(({ id, organizationId, positions }) => ({
      id,
      capacity: capacities.get(id) ?? positions,
      organizationId,
    })),
    leftOut: ids.filter((id) => !found.has(id)),
  }
}

function scoreRequests(
  ids: readonly CandidateId[],
  given: { needs: ReadCohort['needs']; choicesOf: ChoicesOf; fillChoices: number },
): ScoreRequest[] {
  const all = given.needs.map(({ id }) => id)
  return ids.map((id) => {
    const chosen = given.choicesOf.get(id)
    const among = chosen ? all.filter((need) => chosen.includes(need)) : all
    return { offerId: sameNumber('offer', id), among, limit: chosen ? among.length : given.fillChoices }
  })
}

/** Candidates in the order of their ids. Ranked choices keep their order, all others go by score. */
function candidatesOf(scored: readonly ScoredNeeds[], choicesOf: ChoicesOf): ReadCohort['candidates'] {
  const candidates = scored.map(({ offerId, needs }) => {
    const id = sameNumber('candidate', offerId)
    const chosen = choicesOf.get(id)
    const placeOf = (needId: string) => chosen?.indexOf(needId) ?? 0
    const sorted = needs.toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
    return { id, choices: sorted.map((need) => need.id), scores: sorted.map(({ score }) => score) }
  })
  return candidates.sort((a, b) => (a.id < b.id ? -1 : 1))
}

async function readOrganizations(
  ctx: Context,
  { cohort, quotas }: ReadCohortInput,
  read: Pick<ReadCohort, 'needs' | 'candidates'> & { choicesOf: ChoicesOf },
): Promise<PlacedOrganization[]> {
  const program = await createProgramsRepository(ctx.db).find(cohort.partnerId, cohort.programId)
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
