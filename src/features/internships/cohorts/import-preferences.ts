import type { Queryable } from '../../../platform/db/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { type Id, type IdPrefix, isId } from '../../../shared/ids.ts'
import type { KeyRepository, Merge, Merged, MergeMany } from '../../postings/index.ts'
import { createNeedsRepository, createOrganizationsRepository } from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'

/** Imports ranked choices of candidates or organizations. Each is named by its external id or its id. */
export function createPreferenceImport(of: 'candidates' | 'organizations'): MergeMany {
  const [who, chosen] =
    of === 'candidates' ? ([candidates, needs] as const) : ([organizations, candidates] as const)
  return async function mergePreferences(ctx, { merges, dryRun }) {
    const { partnerId } = ctx.actor
    const cohort = await findCohort(merges)
    const lookUp = async ({ prefix, createRepository }: Named, texts: readonly string[]) => {
      const ids = texts.filter((text): text is Id<IdPrefix> => isId(prefix, text))
      const keys = await createRepository(ctx.db).keysOf(partnerId, { ids, externalIds: texts })
      return new Map<string, string>([
        // Organizations and needs may be other partners': the cohort tells which it has.
        ...ids.map((id) => [id, id] as const),
        ...keys.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])),
      ])
    }
    const choosers = await lookUp(
      who,
      merges.map(({ externalId }) => externalId),
    )
    const choices = await lookUp(
      chosen,
      merges.flatMap(({ patch }) => choicesIn(patch)),
    )
    const repository = createPreferencesRepository(ctx.db)
    const before = new Map((await repository.list(partnerId, cohort.id)).map((row) => [row.id, row.choices]))
    const inCohort = new Set<string>(
      of === 'candidates' ? cohort.needs.map(({ need_id }) => need_id) : choices.values(),
    )
    const written: { id: string; choices: string[] }[] = []
    const merged = merges.map(({ externalId, patch }): Merged => {
      const id = choosers.get(externalId)
      if (id === undefined)
        return rejected('/external_id', `${who.prefix}_not_found`, 'There is no record with this id.')
      const texts = choicesIn(patch)
      const ids = texts.map((text) => choices.get(text) ?? '')
      const lost = ids.findIndex((one) => !inCohort.has(one))
      if (lost >= 0)
        return rejected('/choices', 'invalid_value', `${texts[lost]} cannot be chosen in this cohort.`)
      const wanted = [...new Set(ids)]
      const had = before.get(id)
      // The look-up returns only ids.
      const outcome = { id: id as Id<IdPrefix> }
      if (JSON.stringify(had) === JSON.stringify(wanted)) return { ...outcome, outcome: 'unchanged' }
      written.push({ id, choices: wanted })
      return { ...outcome, outcome: had ? 'updated' : 'created' }
    })
    if (dryRun || written.length === 0) return merged
    await repository.put(written.map((row) => ({ ...row, partnerId, cohortId: cohort.id })))
    await createCohortsRepository(ctx.db).update({ ...cohort, version: cohort.version + 1 })
    ctx.append({ partnerId, type: 'cohort.changed', resourceId: cohort.id })
    return merged

    async function findCohort([first]: readonly Merge[]): Promise<CohortRow> {
      const id = first?.patch.cohort_id
      const isOne = typeof id === 'string' && isId('cohort', id)
      const row = isOne && (await createCohortsRepository(ctx.db).find(partnerId, id, 'no key update'))
      if (!row) throw new DomainError('cohort_not_found', 'There is no such cohort.')
      return row
    }
  }
}

interface Named {
  prefix: 'candidate' | 'need' | 'org'
  createRepository(db: Queryable): KeyRepository
}
const candidates: Named = { prefix: 'candidate', createRepository: createCandidatesRepository }
const needs: Named = { prefix: 'need', createRepository: createNeedsRepository }
const organizations: Named = { prefix: 'org', createRepository: createOrganizationsRepository }

/** As a list, or each in a field of its own, by its place. */
function choicesIn({ choices, choice }: Merge['patch']): string[] {
  const list = Array.isArray(choices) ? choices : []
  const places = typeof choice === 'object' && choice !== null ? Object.entries(choice) : []
  const inOrder = places.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
  return [...list, ...inOrder].filter((value) => typeof value === 'string')
}

function rejected(pointer: string, code: string, detail: string): Merged {
  return { outcome: 'rejected', faults: [{ pointer, code, detail }] }
}
