import type { Transaction } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import type { Fault } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import type { Precondition } from '../../../shared/precondition.ts'
import type { Posting } from '../../postings/index.ts'
import { candidatesRepository } from '../candidates/candidates.repository.ts'
import { cohortsRepository } from './cohorts.posting.ts'
import type { CohortInput, PreferencesInput } from './cohorts.schemas.ts'
import type { CohortRow, PreferencesRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/**
 * Puts ranked choices in the place of all that a cohort had. Throws as a change of the cohort does, and
 * `validation_failed` for candidates that are not there and choices outside of the cohort.
 */
export async function putPreferences(
  deps: { cohorts: Posting<CohortRow, CohortInput>; clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: Id<'cohort'>,
  input: PreferencesInput,
  precondition: Precondition,
): Promise<{ row: CohortRow; rows: PreferencesRow[] }> {
  // Changing nothing locks the row, and checks that it is there and in the version that was read.
  const row = await deps.cohorts.change(tx, partnerId, id, {}, precondition)
  const ids = input.candidates.map(({ candidate_id }) => candidate_id)
  const found = await candidatesRepository.keysOf(tx.db, partnerId, { ids })
  const faults = faultsOf(row, input, new Set(found.map((key) => key.id)))
  if (faults.length > 0) throw validationFailed(faults)
  const own = { partnerId, cohortId: id }
  const rows = [
    ...input.candidates.map((one) => ({ ...own, id: one.candidate_id, choices: [...new Set(one.choices)] })),
    ...input.organizations.map((one) => ({
      ...own,
      id: one.organization_id,
      choices: [...new Set(one.ranking)],
    })),
  ]
  await createPreferencesRepository(tx.db).replace(partnerId, id, rows)
  const changed = { ...row, version: row.version + 1, updatedAt: deps.clock() }
  await cohortsRepository.update(tx.db, changed)
  tx.append({ partnerId, type: 'cohort.changed', resourceId: id })
  return { row: changed, rows }
}

function faultsOf(cohort: CohortRow, input: PreferencesInput, there: ReadonlySet<string>): Fault[] {
  const needs = new Set<string>(cohort.needs.map(({ need_id }) => need_id))
  const known = new Set<string>()
  const once = (id: string, pointer: string): Fault[] => {
    if (!known.has(id)) {
      known.add(id)
      return []
    }
    return [{ pointer, code: 'invalid_value', detail: 'Each may come once.' }]
  }
  return [
    ...input.candidates.flatMap(({ candidate_id, choices }, at) => [
      ...once(candidate_id, `/candidates/${at}/candidate_id`),
      ...(there.has(candidate_id)
        ? []
        : [
            {
              pointer: `/candidates/${at}/candidate_id`,
              code: 'candidate_not_found',
              detail: 'There is no such candidate.',
            },
          ]),
      ...choices.flatMap((needId, place) =>
        needs.has(needId)
          ? []
          : [
              {
                pointer: `/candidates/${at}/choices/${place}`,
                code: 'need_not_found',
                detail: 'The cohort has no such need.',
              },
            ],
      ),
    ]),
    ...input.organizations.flatMap(({ organization_id }, at) =>
      once(organization_id, `/organizations/${at}/organization_id`),
    ),
  ]
}
