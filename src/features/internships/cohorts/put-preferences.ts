import type { WriteContext } from '../../../platform/events/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import type { Id } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import type { Precondition } from '../../../shared/precondition.ts'
import { findMergedFaults, findMergedOrganizations, type Posting } from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import type { CohortInput, PreferencesInput } from './cohorts.schemas.ts'
import type { CohortRow, PreferencesRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/**
 * Replaces all ranked choices of a cohort. Throws what a change of the cohort throws, and `validation_failed` for unknown
 * candidates and for choices that are not in the cohort.
 */
export function createPutPreferences({ change }: Pick<Posting<CohortRow, CohortInput>, 'change'>) {
  return async function putPreferences(
    ctx: WriteContext,
    { id, input, precondition }: { id: Id<'cohort'>; input: PreferencesInput; precondition: Precondition },
  ): Promise<{ row: CohortRow; rows: PreferencesRow[] }> {
    const { partnerId } = ctx.actor
    // An empty change locks the row and checks the version that the caller read.
    const row = await change(ctx, { id, patch: {}, precondition })
    const ids = input.candidates.map(({ candidate_id }) => candidate_id)
    const found = await createCandidatesRepository(ctx.db).findKeys(partnerId, { ids })
    const there = new Set<string>(found.map((key) => key.id))
    const merged = await findMerged(ctx, input, there)
    const faults = faultsOf(row, input, { there, merged })
    if (faults.length > 0) throw validationFailed(faults)
    const own = { partnerId, cohortId: id }
    const rows = [
      ...input.candidates.map((one) => ({
        ...own,
        id: one.candidate_id,
        choices: [...new Set(one.choices)],
        tied: [...new Set(one.tied)],
      })),
      ...input.organizations.map((one) => ({
        ...own,
        id: one.organization_id,
        choices: [...new Set(one.ranking)],
        tied: [...new Set(one.tied)],
      })),
    ]
    await createPreferencesRepository(ctx.db).replace(partnerId, id, rows)
    const changed = { ...row, version: row.version + 1, updatedAt: ctx.clock() }
    await createCohortsRepository(ctx.db).update(changed)
    ctx.append({
      partnerId,
      type: 'cohort.changed',
      resourceId: id,
      data: { program_id: row.programId, changed: ['preferences'] },
    })
    return { row: changed, rows }
  }
}

/** Finds which of the named candidates and organizations were merged into others. */
async function findMerged(
  ctx: WriteContext,
  { candidates, organizations }: PreferencesInput,
  there: ReadonlySet<string>,
): Promise<ReadonlyMap<string, Fault>> {
  const named = new Set([
    ...candidates.map(({ candidate_id }) => candidate_id),
    ...organizations.flatMap(({ ranking }) => ranking),
  ])
  return new Map([
    ...(await findMergedFaults(
      ctx,
      'candidate',
      [...named].filter((one) => !there.has(one)),
    )),
    ...(await findMergedOrganizations(
      ctx,
      organizations.map(({ organization_id }) => organization_id),
    )),
  ])
}

function faultsOf(
  cohort: CohortRow,
  input: PreferencesInput,
  { there, merged }: { there: ReadonlySet<string>; merged: ReadonlyMap<string, Fault> },
): Fault[] {
  const needs = new Set<string>(cohort.needs.map(({ need_id }) => need_id))
  const known = new Set<string>()
  const once = (id: string, pointer: string): Fault[] => {
    if (!known.has(id)) {
      known.add(id)
      return []
    }
    return [{ pointer, code: 'invalid_value', messages: [message('fault_of_office', { what: 'once_each' })] }]
  }
  const ofMerged = (id: string, pointer: string): Fault[] => {
    const fault = merged.get(id)
    return fault ? [{ ...fault, pointer }] : []
  }
  return [
    ...input.candidates.flatMap(({ candidate_id, choices }, at) => [
      ...once(candidate_id, `/candidates/${at}/candidate_id`),
      ...(there.has(candidate_id)
        ? []
        : [
            {
              code: 'candidate_not_found',
              messages: [message('fault_outside_cohort', { name: 'candidate' })],
              ...merged.get(candidate_id),
              pointer: `/candidates/${at}/candidate_id`,
            },
          ]),
      ...choices.flatMap((needId, place) =>
        needs.has(needId)
          ? []
          : [
              {
                pointer: `/candidates/${at}/choices/${place}`,
                code: 'need_not_found',
                messages: [message('fault_outside_cohort', { name: 'need' })],
              },
            ],
      ),
      ...tieFaults(input.candidates[at]?.tied ?? [], choices, `/candidates/${at}/tied`),
    ]),
    ...input.organizations.flatMap(({ organization_id, ranking, tied }, at) => [
      ...once(organization_id, `/organizations/${at}/organization_id`),
      ...ofMerged(organization_id, `/organizations/${at}/organization_id`),
      ...ranking.flatMap((id, place) => ofMerged(id, `/organizations/${at}/ranking/${place}`)),
      ...tieFaults(tied, ranking, `/organizations/${at}/tied`),
    ]),
  ]
}

/** Returns faults of ties. The first of a list can't be tied with the one before it. */
function tieFaults(tied: readonly string[], list: readonly string[], pointer: string): Fault[] {
  const may = new Set(list.slice(1))
  return tied.flatMap((id, at) =>
    may.has(id)
      ? []
      : [
          {
            pointer: `${pointer}/${at}`,
            code: 'invalid_value',
            messages: [message('fault_of_office', { what: 'tie_first' })],
          },
        ],
  )
}
