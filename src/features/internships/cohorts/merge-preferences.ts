import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, type Fault } from '../../../shared/errors.ts'
import { type Id, type IdPrefix, isId } from '../../../shared/ids.ts'
import { type Message, message } from '../../../shared/messages/index.ts'
import {
  createNamingLock,
  findMergedFaults,
  type Merge,
  type Merged,
  type MergeMany,
} from '../../postings/index.ts'
import { createCohortsRepository } from './cohorts.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import {
  ambiguous,
  createNamedRecords,
  type FoundRecords,
  findRecords,
  type Named,
  type NamedRecordsPorts,
} from './named-records.ts'
import { createPreferencesRepository } from './preferences.repository.ts'
import { choicesIn, isSameRanking, type Ranking, rankingOf, textsOfChoices } from './written-choices.ts'

/** Creates an import of ranked choices of candidates or organizations. Each record is named by external id, id or name. */
export function createMergePreferences(
  of: 'candidates' | 'organizations',
  ports: NamedRecordsPorts,
): MergeMany {
  const { candidates, needs, organizations } = createNamedRecords(ports)
  const [chooser, chosen] =
    of === 'candidates' ? ([candidates, needs] as const) : ([organizations, candidates] as const)
  return async function mergePreferences(ctx, { merges, dryRun, importId }) {
    await createNamingLock(ctx.db).lockToName('cohorts', ctx.actor.partnerId)
    const cohort = await findCohort(ctx, merges)
    const texts = merges.map(({ externalId }) => externalId)
    const choosers = await findRecords(ctx, chooser, { texts, cohort })
    const choiceTexts = merges.flatMap(({ patch }) => textsOfChoices(patch))
    const choices = await findRecords(ctx, chosen, { texts: choiceTexts, cohort })
    const mergedFaults = new Map([
      ...(await findMerged(ctx, chooser, texts, choosers.ids)),
      ...(await findMerged(ctx, chosen, choiceTexts, choices.ids)),
    ])
    const rows = await createPreferencesRepository(ctx.db).list(ctx.actor.partnerId, cohort.id)
    const { merged, changes } = compare(merges, {
      chooser,
      choosers,
      chosen,
      choices,
      mergedFaults,
      allowed: new Set(
        of === 'candidates' ? cohort.needs.map(({ need_id }) => need_id) : choices.ids.values(),
      ),
      before: new Map(rows.map((row) => [row.id, row])),
    })
    if (!dryRun && changes.length > 0) await write(ctx, cohort, { changes, importId })
    return merged
  }
}

interface Change extends Ranking {
  id: string
  /** What was stored before. Null if nothing was. */
  replaced: Ranking | null
}

/** Compares each merge with what is stored. Returns the outcome of each, and what to write. */
function compare(
  merges: readonly Merge[],
  known: {
    chooser: Named
    choosers: FoundRecords
    chosen: Named
    choices: FoundRecords
    /** Faults of merged records, by the given key. */
    mergedFaults: ReadonlyMap<string, Fault>
    /** Ids that may be chosen in the cohort. */
    allowed: ReadonlySet<string>
    before: ReadonlyMap<string, Ranking>
  },
): { merged: Merged[]; changes: Change[] } {
  const changes: Change[] = []
  const seen = new Set<string>()
  const merged = merges.map(({ externalId, patch }): Merged => {
    const id = known.choosers.ids.get(externalId)
    const merged = known.mergedFaults.get(externalId)
    if (merged) return { outcome: 'rejected', faults: [merged] }
    const several = known.choosers.several.get(externalId)
    if (several)
      return { outcome: 'rejected', faults: [ambiguous('/external_id', known.chooser, externalId, several)] }
    if (id === undefined)
      return rejected(
        '/external_id',
        `${known.chooser.prefix}_not_found`,
        message('fault_of_office', { what: 'record_unknown' }),
      )
    if (seen.has(id))
      return rejected('/external_id', 'duplicate_key', message('fault_of_office', { what: 'choices_twice' }))
    seen.add(id)
    // A form without an answer removes nothing; **CLEAR** does, as null here. The cast holds, because `findRecords` returns
    // only ids.
    const outcome = { id: id as Id<IdPrefix> }
    if (patch.choices === undefined && patch.choice === undefined) return { ...outcome, outcome: 'unchanged' }
    const isWritten = (text: string) => known.choices.ids.has(text) || known.choices.several.has(text)
    const written = choicesIn(patch, isWritten)
    const texts = written.map(({ text }) => text)
    const ids = texts.map((text) => known.choices.ids.get(text) ?? '')
    const mergedChoice = texts.flatMap((text) => known.mergedFaults.get(text) ?? [])[0]
    if (mergedChoice) return { outcome: 'rejected', faults: [{ ...mergedChoice, pointer: '/choices' }] }
    const unclear = texts.flatMap((text) => {
      const several = known.choices.several.get(text)
      return several ? [ambiguous('/choices', known.chosen, text, several)] : []
    })
    if (unclear.length > 0) return { outcome: 'rejected', faults: unclear }
    const wrong = ids.findIndex((one) => !known.allowed.has(one))
    if (wrong >= 0)
      return rejected(
        '/choices',
        'invalid_value',
        message('fault_choice_closed', { text: texts[wrong] ?? '' }),
      )
    const before = known.before.get(id)
    const ranking = rankingOf(
      ids.map((one, at) => ({ id: one, isTied: written[at]?.isTied ?? false })),
      before,
    )
    if (before && isSameRanking(before, ranking)) return { ...outcome, outcome: 'unchanged' }
    const replaced = before ? { choices: before.choices, tied: before.tied } : null
    changes.push({ id, ...ranking, replaced })
    return { ...outcome, outcome: before ? 'updated' : 'created' }
  })
  return { merged, changes }
}

async function write(
  ctx: WriteContext,
  cohort: CohortRow,
  { changes, importId }: { changes: readonly Change[]; importId: Id<'import'> | undefined },
): Promise<void> {
  const { partnerId } = ctx.actor
  const at = ctx.clock().toISOString()
  const rows = changes.map(({ replaced, ...change }) => {
    const { choices, tied } = change
    const imported = importId ? { importId, at, wrote: { choices, tied }, replaced } : null
    return { ...change, partnerId, cohortId: cohort.id, imported }
  })
  await createPreferencesRepository(ctx.db).put(rows)
  await createCohortsRepository(ctx.db).update({ ...cohort, version: cohort.version + 1 })
  ctx.append({
    partnerId,
    type: 'cohort.changed',
    resourceId: cohort.id,
    data: { program_id: cohort.programId, changed: ['preferences'] },
  })
}

async function findCohort({ actor, db }: Context, [first]: readonly Merge[]): Promise<CohortRow> {
  const id = first?.patch.cohort_id
  const isOne = typeof id === 'string' && isId('cohort', id)
  const row = isOne && (await createCohortsRepository(db).find(actor.partnerId, id, 'no key update'))
  if (!row) throw new DomainError('cohort_not_found', 'There is no such cohort. GET /v1/cohorts lists yours.')
  return row
}

/** Finds the faults of texts that name a record that was merged into another. */
function findMerged(
  ctx: Context,
  { name }: Named,
  texts: readonly string[],
  ids: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, Fault>> {
  // Ids themselves were not looked up.
  return findMergedFaults(
    ctx,
    name,
    texts.filter((text) => (ids.get(text) ?? text) === text),
  )
}

function rejected(pointer: string, code: string, said: Message): Merged {
  return { outcome: 'rejected', faults: [{ pointer, code, messages: [said] }] }
}
