import type { Bond, PlacedOrganization } from '../../../engines/placement/index.ts'
import type { Context } from '../../../platform/events/index.ts'
import type { CandidateId, NeedId, OrganizationId } from '../../../shared/ids.ts'
import type { ScoredNeeds, ScoreRequest, VisibleNeed } from '../../matches/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import type { Quotas } from '../placements/placements.schemas.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import {
  bondsOf,
  type ChoicesOf,
  candidatesOf,
  type LockedPair,
  pairRules,
  type ReadCandidate,
  ranksOf,
  scoreRequests,
} from './cohort-choices.ts'
import type { CohortRules } from './cohorts.schemas.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/** A cohort to be placed: everybody's choices and their scores. */
export interface ReadCohort {
  candidates: ReadCandidate[]
  needs: { id: NeedId; capacity: number; minimum: number; organizationId: OrganizationId }[]
  organizations: PlacedOrganization[]
  together: Bond[]
  apart: Bond[]
  /** Pairs fixed before the run, if both take part and match. */
  locked: LockedPair[]
  /** Locked pairs of which one does not take part, or that must be kept apart. */
  notPossible: CohortRules['locked_pairs']
  /** Candidates who can't be ranked now. */
  notRanked: CandidateId[]
  needsLeftOut: NeedId[]
}

export interface ReadCohortInput {
  cohort: CohortRow
  quotas: Quotas
  /** Number of best needs for a candidate without ranked choices. */
  fillChoices: number
}

export interface ReadCohortPorts {
  /** Returns those of these needs that are open and visible to the caller. Throws `not_ready`. */
  readVisibleNeeds(ctx: Context, input: { ids: readonly NeedId[] }): Promise<VisibleNeed[]>
  /** Scores needs for each of many offers of the caller. Throws `not_ready`. */
  scoreNeeds(ctx: Context, input: { requests: readonly ScoreRequest[] }): Promise<ScoredNeeds[]>
}

/**
 * Reads the candidates, needs and choices of one of the caller's cohorts. Ranked choices are kept if the pair is a match and
 * not forbidden. Candidates without ranked choices get the best needs by score. Organizations prefer the candidates whom
 * they ranked, then, by score, those who chose them. Rules are reduced to those who take part. Throws `not_ready`.
 */
export function createReadCohort(ports: ReadCohortPorts) {
  return async function readCohort(ctx: Context, input: ReadCohortInput): Promise<ReadCohort> {
    const { cohort, fillChoices } = input
    const ranked = await createPreferencesRepository(ctx.db).list(cohort.partnerId, cohort.id)
    const choicesOf: ChoicesOf = new Map(ranked.map((row) => [row.id, row]))
    const members = await createCandidatesRepository(ctx.db).membersOf(cohort)
    const { needs, leftOut } = await readNeeds(ctx, ports, input)
    const ids = members.filter(({ isRanked }) => isRanked).map(({ id }) => id)
    const given = { needs, choicesOf, fillChoices, rules: pairRules(cohort.rules) }
    const scored = await ports.scoreNeeds(ctx, { requests: scoreRequests(ids, given) })
    const { candidates, locked } = candidatesOf(scored, given)
    const taking = new Set<string>(candidates.map(({ id }) => id))
    const lockedIds = new Set<string>(locked.map(({ candidateId }) => candidateId))
    return {
      candidates,
      needs,
      ...bondsOf(cohort.rules, taking),
      locked,
      notPossible: cohort.rules.locked_pairs.filter(({ candidate_id }) => !lockedIds.has(candidate_id)),
      organizations: await readOrganizations(ctx, input, { needs, candidates, choicesOf }),
      notRanked: members.filter(({ isRanked }) => !isRanked).map(({ id }) => id),
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
  const minimums = new Map(cohort.needs.map((need) => [need.need_id, need.minimum_positions]))
  const visible = await readVisibleNeeds(ctx, { ids })
  const found = new Set(visible.map(({ id }) => id))
  return {
    needs: visible.map(({ id, organizationId, positions }) => ({
      id,
      capacity: capacities.get(id) ?? positions,
      minimum: minimums.get(id) ?? 0,
      organizationId,
    })),
    leftOut: ids.filter((id) => !found.has(id)),
  }
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
    const { choices: given, tied } = read.choicesOf.get(id) ?? { choices: [], tied: [] }
    const placeOf = new Map(given.map((candidate, at) => [candidate, at]))
    const byScore = [...(scores.get(id) ?? [])].sort(([a, scoreA], [b, scoreB]) => {
      const places = (placeOf.get(a) ?? given.length) - (placeOf.get(b) ?? given.length)
      return places || scoreB - scoreA || (a < b ? -1 : 1)
    })
    const capacity = Math.min(places, capacities.get(id) ?? places, most ?? places)
    const ranking = byScore.map(([candidate]) => candidate)
    return { id, capacity, ranking, ranks: ranksOf(ranking, given, tied) }
  })
}

/** Returns, by organization and candidate, the best score at any of its needs that the candidate chose. */
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
