import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import { type Id, isId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import {
  createNeedsRepository,
  findMergedFaults,
  findMergedOrganizations,
  type PostingDefinition,
  showResource,
} from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import { createPlacementsRepository } from '../placements/placements.repository.ts'
import { createProgramsRepository } from '../programs/programs.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import { type CohortInput, type CohortShown, cohortInput } from './cohorts.schemas.ts'
import type { CohortRow } from './cohorts.table.ts'
import type { ReadCohortPorts } from './read-cohort.ts'
import { requireRules } from './require-rules.ts'

export type CohortPorts = Pick<ReadCohortPorts, 'readVisibleNeeds'>

/** Defines cohorts as posted resources. */
export function createCohortPosting(ports: CohortPorts): PostingDefinition<'cohort', CohortInput, CohortRow> {
  return {
    name: 'cohort',
    prefix: 'cohort',
    input: cohortInput,
    eventFields: ['program_id'],
    createRepository: createCohortsRepository,
    parent: {
      name: 'program',
      prefix: 'program',
      field: 'program_id',
      createRepository: createProgramsRepository,
      idOf: (input) => input.program_id,
    },

    async requireReferences(ctx, { input, before }) {
      await requireNoneMerged(ctx, { input, before })
      requireRules(input)
      await requireLockedCandidates(ctx, { input, before })
      await requireNeeds(ports, ctx, { input, before })
    },

    async requireRemovable({ db }, { partnerId, id }) {
      const published = await createPlacementsRepository(db).lockPublished(partnerId, id)
      if (published.length > 0)
        throw new DomainError(
          'cohort_has_placements',
          'A placement of this cohort has been published. The cohort stays as its record. For other students or needs, create a new one with POST /v1/cohorts.',
        )
    },

    columns: (input) => ({
      programId: input.program_id,
      name: input.name,
      candidateIds: input.candidate_ids ? [...new Set(input.candidate_ids)] : null,
      needs: input.needs,
      organizations: input.organizations,
      rules: input.rules,
    }),

    toInput: (row) => ({
      program_id: row.programId,
      name: row.name,
      candidate_ids: row.candidateIds ?? undefined,
      needs: row.needs,
      organizations: row.organizations,
      rules: row.rules,
      external_id: row.externalId ?? undefined,
      metadata: row.metadata,
    }),
  }
}

type Naming = Pick<CohortInput, 'candidate_ids' | 'organizations' | 'rules'>

/** Throws `validation_failed` for records named for the first time that were merged into others. The fault names the kept one. */
async function requireNoneMerged(
  ctx: WriteContext,
  { input, before }: { input: CohortInput; before: CohortRow | undefined },
): Promise<void> {
  const known = new Set(
    before && namedIn({ ...before, candidate_ids: before.candidateIds ?? [] }).map(({ id }) => id),
  )
  const named = namedIn(input).filter(({ id }) => !known.has(id))
  const idsOf = <P extends 'candidate' | 'org'>(prefix: P): Id<P>[] => [
    ...new Set(named.map(({ id }) => id).filter((id): id is Id<P> => isId(prefix, id))),
  ]
  const merged = new Map([
    ...(await findMergedFaults(ctx, 'candidate', idsOf('candidate'))),
    ...(await findMergedOrganizations(ctx, idsOf('org'))),
  ])
  const faults = named.flatMap(({ id, pointer }) => {
    const fault = merged.get(id)
    return fault ? [{ ...fault, pointer }] : []
  })
  if (faults.length > 0) throw validationFailed(faults)
}

/** Lists the candidates and organizations that a cohort names, and where. */
function namedIn({ candidate_ids = [], organizations, rules }: Naming): { id: string; pointer: string }[] {
  const pairs = (['locked_pairs', 'forbidden_pairs'] as const).flatMap((rule) =>
    rules[rule].map(({ candidate_id: id }, at) => ({ id, pointer: `/rules/${rule}/${at}/candidate_id` })),
  )
  const bonds = (['together', 'apart'] as const).flatMap((rule) =>
    rules[rule].flatMap(({ candidate_ids }, at) =>
      candidate_ids.map((id, nth) => ({ id, pointer: `/rules/${rule}/${at}/candidate_ids/${nth}` })),
    ),
  )
  return [
    ...candidate_ids.map((id, at) => ({ id, pointer: `/candidate_ids/${at}` })),
    ...organizations.map(({ organization_id: id }, at) => ({
      id,
      pointer: `/organizations/${at}/organization_id`,
    })),
    ...pairs,
    ...bonds,
  ]
}

/** Requires that candidates who are locked for the first time are in the program: anybody else could never be placed. */
async function requireLockedCandidates(
  { db, actor }: WriteContext,
  { input, before }: { input: CohortInput; before: CohortRow | undefined },
): Promise<void> {
  const known = new Set<string>(before?.rules.locked_pairs.map(({ candidate_id }) => candidate_id))
  const pairs = input.rules.locked_pairs
  const ids = pairs.map(({ candidate_id }) => candidate_id).filter((id) => !known.has(id))
  if (ids.length === 0) return
  for (const { id, programId } of await createCandidatesRepository(db).findAll(actor.partnerId, ids))
    if (programId === input.program_id) known.add(id)
  const faults = pairs.flatMap(({ candidate_id }, at): Fault[] => {
    if (known.has(candidate_id)) return []
    const messages = [message('fault_of_office', { what: 'candidate_of_program' })]
    return [{ pointer: `/rules/locked_pairs/${at}/candidate_id`, code: 'candidate_not_found', messages }]
  })
  if (faults.length > 0) throw validationFailed(faults)
}

/** Requires that needs which a cohort names for the first time are the caller's, or open and visible to it. */
async function requireNeeds(
  { readVisibleNeeds }: CohortPorts,
  ctx: WriteContext,
  { input, before }: { input: CohortInput; before: CohortRow | undefined },
): Promise<void> {
  const known = new Set(before?.needs.map(({ need_id }) => need_id))
  const ids = [...new Set(input.needs.map(({ need_id }) => need_id))].filter((id) => !known.has(id))
  const own = await createNeedsRepository(ctx.db).findKeys(ctx.actor.partnerId, { ids })
  for (const { id } of own) if (isId('need', id)) known.add(id)
  const others = ids.filter((id) => !known.has(id))
  if (others.length === 0) return
  for (const { id } of await readVisibleNeeds(ctx, { ids: others })) known.add(id)
  const faults = input.needs.flatMap(({ need_id }, at): Fault[] => {
    if (known.has(need_id)) return []
    const messages = [message('fault_of_office', { what: 'need_unseen' })]
    return [{ pointer: `/needs/${at}/need_id`, code: 'need_not_found', messages }]
  })
  if (faults.length > 0) throw validationFailed(faults)
}

export function showCohort(row: CohortRow): CohortShown {
  return {
    ...showResource(row),
    program_id: row.programId,
    name: row.name,
    candidate_ids: row.candidateIds,
    needs: row.needs.map(({ need_id, capacity, minimum_positions }) => ({
      need_id,
      capacity: capacity ?? null,
      minimum_positions: minimum_positions ?? null,
    })),
    organizations: row.organizations,
    rules: row.rules,
  }
}
