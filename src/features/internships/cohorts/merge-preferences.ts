import type { Queryable } from '../../../platform/db/index.ts'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { type Id, type IdPrefix, isId } from '../../../shared/ids.ts'
import type { KeyRepository, Merge, Merged, MergeMany, NameSearch } from '../../postings/index.ts'
import {
  createNeedsRepository,
  createOrganizationsRepository,
  findMergedFaults,
} from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { choicesIn, isSameRanking, type Ranking, rankingOf, textsOfChoices } from './written-choices.ts'

/** Merges ranked choices of candidates or organizations. Each record is named by its external id or its id. */
export function createMergePreferences(of: 'candidates' | 'organizations'): MergeMany {
  const [chooser, chosen] =
    of === 'candidates' ? ([candidates, needs] as const) : ([organizations, candidates] as const)
  return async function mergePreferences(ctx, { merges, dryRun }) {
    const cohort = await findCohort(ctx, merges)
    const texts = merges.map(({ externalId }) => externalId)
    const { ids: chooserIds, ambiguous } = await findChoosers(ctx, chooser, texts)
    const choiceTexts = merges.flatMap(({ patch }) => textsOfChoices(patch))
    const choiceIds = await findIds(ctx, chosen, choiceTexts)
    const mergedFaults = new Map([
      ...(await findMerged(ctx, chooser, texts, chooserIds)),
      ...(await findMerged(ctx, chosen, choiceTexts, choiceIds)),
    ])
    const rows = await createPreferencesRepository(ctx.db).list(ctx.actor.partnerId, cohort.id)
    const { merged, changes } = compare(merges, {
      chooserPrefix: chooser.prefix,
      chooserIds,
      ambiguous,
      mergedFaults,
      choiceIds,
      allowed: new Set(of === 'candidates' ? cohort.needs.map(({ need_id }) => need_id) : choiceIds.values()),
      before: new Map(rows.map((row) => [row.id, row])),
    })
    if (!dryRun && changes.length > 0) await write(ctx, cohort, changes)
    return merged
  }
}

interface Change extends Ranking {
  id: string
}

/** Compares each merge with what is stored. Returns the outcome of each, and what to write. */
function compare(
  merges: readonly Merge[],
  known: {
    chooserPrefix: Named['prefix']
    chooserIds: ReadonlyMap<string, string>
    /** Names of several records. */
    ambiguous: ReadonlySet<string>
    /** Of records that were merged into others, by what was given. */
    mergedFaults: ReadonlyMap<string, Fault>
    choiceIds: ReadonlyMap<string, string>
    /** Ids that may be chosen in the cohort. */
    allowed: ReadonlySet<string>
    before: ReadonlyMap<string, Ranking>
  },
): { merged: Merged[]; changes: Change[] } {
  const changes: Change[] = []
  const seen = new Set<string>()
  const merged = merges.map(({ externalId, patch }): Merged => {
    const id = known.chooserIds.get(externalId)
    const merged = known.mergedFaults.get(externalId)
    if (merged) return { outcome: 'rejected', faults: [merged] }
    if (known.ambiguous.has(externalId))
      return rejected(
        '/external_id',
        `${known.chooserPrefix}_ambiguous`,
        `Several of your records have the name “${externalId}”. Write the id of the right one.`,
      )
    if (id === undefined)
      return rejected('/external_id', `${known.chooserPrefix}_not_found`, 'There is no record with this id.')
    if (seen.has(id))
      return rejected(
        '/external_id',
        'duplicate_key',
        'Another row holds the choices of the same record. Keep one of them.',
      )
    seen.add(id)
    // A form that was sent without an answer takes nothing back. **CLEAR** does: it leaves null here.
    // `findIds` returns only ids.
    const outcome = { id: id as Id<IdPrefix> }
    if (patch.choices === undefined && patch.choice === undefined) return { ...outcome, outcome: 'unchanged' }
    const written = choicesIn(patch, (text) => known.choiceIds.has(text))
    const texts = written.map(({ text }) => text)
    const ids = texts.map((text) => known.choiceIds.get(text) ?? '')
    const mergedChoice = texts.flatMap((text) => known.mergedFaults.get(text) ?? [])[0]
    if (mergedChoice) return { outcome: 'rejected', faults: [{ ...mergedChoice, pointer: '/choices' }] }
    const wrong = ids.findIndex((one) => !known.allowed.has(one))
    if (wrong >= 0)
      return rejected('/choices', 'invalid_value', `${texts[wrong]} cannot be chosen in this cohort.`)
    const before = known.before.get(id)
    const ranking = rankingOf(
      ids.map((one, at) => ({ id: one, isTied: written[at]?.isTied ?? false })),
      before,
    )
    if (before && isSameRanking(before, ranking)) return { ...outcome, outcome: 'unchanged' }
    changes.push({ id, ...ranking })
    return { ...outcome, outcome: before ? 'updated' : 'created' }
  })
  return { merged, changes }
}

async function write(ctx: WriteContext, cohort: CohortRow, changes: readonly Change[]): Promise<void> {
  const { partnerId } = ctx.actor
  const rows = changes.map((change) => ({ ...change, partnerId, cohortId: cohort.id }))
  await createPreferencesRepository(ctx.db).put(rows)
  await createCohortsRepository(ctx.db).update({ ...cohort, version: cohort.version + 1 })
  ctx.append({
    partnerId,
    type: 'cohort.changed',
    resourceId: cohort.id,
    data: { program_id: cohort.programId, changed: ['preferences'] },
  })
}

/** Returns the id of each text that is an id or the external id of one of the caller's records. */
async function findIds(
  { actor, db }: Context,
  { prefix, createRepository }: Named,
  texts: readonly string[],
): Promise<Map<string, string>> {
  const ids = texts.filter((text): text is Id<IdPrefix> => isId(prefix, text))
  const keys = await createRepository(db).findKeys(actor.partnerId, { ids, externalIds: texts })
  return new Map<string, string>([
    // Organizations and needs may belong to other partners. The cohort lists those that may be chosen.
    ...ids.map((id) => [id, id] as const),
    ...keys.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])),
  ])
}

/** As `findIds` does. An office also writes the names of its organizations. */
async function findChoosers(
  ctx: Context,
  chooser: Named,
  texts: readonly string[],
): Promise<{ ids: ReadonlyMap<string, string>; ambiguous: ReadonlySet<string> }> {
  const ids = await findIds(ctx, chooser, texts)
  const named = texts.filter((text) => !ids.has(text))
  const { createSearch } = chooser
  if (!createSearch || named.length === 0) return { ids, ambiguous: new Set() }
  const found = await createSearch(ctx.db).findByNames(ctx.actor.partnerId, named)
  const byName = Map.groupBy(found, ({ name }) => foldedName(name))
  const ambiguous = named.filter((text) => (byName.get(foldedName(text))?.length ?? 0) > 1)
  const single = named.flatMap((text) => {
    const [one, ...others] = byName.get(foldedName(text)) ?? []
    return one && others.length === 0 ? [[text, one.id] as const] : []
  })
  return { ids: new Map([...ids, ...single]), ambiguous: new Set(ambiguous) }
}

/** In the form in which the database compares names. */
function foldedName(name: string): string {
  return name.trim().toLowerCase()
}

async function findCohort({ actor, db }: Context, [first]: readonly Merge[]): Promise<CohortRow> {
  const id = first?.patch.cohort_id
  const isOne = typeof id === 'string' && isId('cohort', id)
  const row = isOne && (await createCohortsRepository(db).find(actor.partnerId, id, 'no key update'))
  if (!row) throw new DomainError('cohort_not_found', 'There is no such cohort.')
  return row
}

/** Finds the faults of texts that name a record that was merged into another. */
function findMerged(
  ctx: Context,
  { name }: Named,
  texts: readonly string[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Fault>> {
  // An id was not looked up.
  return findMergedFaults(
    ctx,
    name,
    texts.filter((text) => (ids.get(text) ?? text) === text),
  )
}

interface Named {
  name: 'candidate' | 'need' | 'organization'
  prefix: 'candidate' | 'need' | 'org'
  createRepository(db: Queryable): KeyRepository
  createSearch?(db: Queryable): NameSearch
}
const candidates: Named = {
  name: 'candidate',
  prefix: 'candidate',
  createRepository: createCandidatesRepository,
}
const needs: Named = { name: 'need', prefix: 'need', createRepository: createNeedsRepository }
const organizations: Named = {
  name: 'organization',
  prefix: 'org',
  createRepository: createOrganizationsRepository,
  createSearch: createOrganizationsRepository,
}

function rejected(pointer: string, code: string, detail: string): Merged {
  return { outcome: 'rejected', faults: [{ pointer, code, detail }] }
}
