import type { Queryable } from '../../../platform/db/index.ts'
import type { Context } from '../../../platform/events/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import { type Id, type IdPrefix, isId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import { normalizeText } from '../../../shared/normalize-text.ts'
import {
  createNeedsRepository,
  createOrganizationsRepository,
  type KeyRepository,
} from '../../postings/index.ts'
import { createCandidatesRepository } from '../candidates/candidates.repository.ts'
import type { CohortRow } from './cohorts.table.ts'
import type { ReadCohortPorts } from './read-cohort.ts'

export type NamedRecordsPorts = Pick<ReadCohortPorts, 'readVisibleNeeds'>

/** A record that a text names. */
interface Called {
  text: string
  id: Id<IdPrefix>
  externalId: string | null
}

/** A kind of record that a spreadsheet of preferences names. */
export interface Named {
  name: 'candidate' | 'need' | 'organization'
  prefix: 'candidate' | 'need' | 'org'
  createRepository(db: Queryable): KeyRepository
  findCalled(ctx: Context, cohort: CohortRow, texts: readonly string[]): Promise<Called[]>
}

export interface FoundRecords {
  /** Id of each text that refers to one record. */
  ids: ReadonlyMap<string, string>
  /** Records of each name that several have. */
  several: ReadonlyMap<string, readonly Called[]>
}

/** Creates the kinds of records, each with a search by name within a cohort. */
export function createNamedRecords({ readVisibleNeeds }: NamedRecordsPorts) {
  const candidates: Named = {
    ...{
      name: 'candidate',
      prefix: 'candidate',
    },
    createRepository: createCandidatesRepository,
    findCalled: ({ db, actor }, { programId }, texts) =>
      createCandidatesRepository(db).called(actor.partnerId, texts, programId),
  }
  const needs: Named = {
    ...{ name: 'need', prefix: 'need' },
    createRepository: createNeedsRepository,
    async findCalled(ctx, cohort, texts) {
      const ids = cohort.needs.map(({ need_id }) => need_id)
      const own = await createNeedsRepository(ctx.db).titlesOf(ctx.actor.partnerId, ids)
      const ownIds = new Set(own.map(({ id }) => id))
      const others = await readVisibleNeeds(ctx, { ids: ids.filter((id) => !ownIds.has(id)) })
      return calledBy([...own, ...others.map(({ id, title }) => ({ id, title, externalId: null }))], texts)
    },
  }
  const organizations: Named = {
    ...{ name: 'organization', prefix: 'org' },
    createRepository: createOrganizationsRepository,
    async findCalled({ db, actor }, _cohort, texts) {
      const found = await createOrganizationsRepository(db).findByNames(actor.partnerId, texts)
      return calledBy(
        found.map(({ name, ...record }) => ({ ...record, title: name })),
        texts,
      )
    },
  }
  return { candidates, needs, organizations }
}

/** No title or name is longer. */
const MOST_CHARS = 500

/** Finds the record of each text by id or external id, otherwise by name. */
export async function findRecords(
  ctx: Context,
  named: Named,
  { texts, cohort }: { texts: readonly string[]; cohort: CohortRow },
): Promise<FoundRecords> {
  const keyed = await findIds(ctx, named, texts)
  const open = [...new Set(texts)].filter((text) => !keyed.has(text) && text.length <= MOST_CHARS)
  const called = open.length === 0 ? [] : await named.findCalled(ctx, cohort, open)
  const byText = Map.groupBy(called, ({ text }) => text)
  const ids = new Map(keyed)
  const several = new Map<string, Called[]>()
  for (const [text, records] of byText) {
    const [first, ...others] = records
    if (others.length > 0) several.set(text, records)
    else if (first) ids.set(text, first.id)
  }
  return { ids, several }
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
    // Organizations and needs may belong to other partners; the cohort lists those that may be chosen.
    ...ids.map((id) => [id, id] as const),
    ...keys.flatMap(({ id, externalId }) => (externalId === null ? [] : [[externalId, id] as const])),
  ])
}

function calledBy(
  records: readonly { id: Id<IdPrefix>; externalId: string | null; title: string }[],
  texts: readonly string[],
): Called[] {
  const byTitle = Map.groupBy(records, ({ title }) => folded(title))
  return texts.flatMap((text) =>
    (byTitle.get(folded(text)) ?? []).map(({ id, externalId }) => ({ text, id, externalId })),
  )
}

const MARKS = /\p{M}/gu
const SPACES = /\s+/g

/** Removes case, accents and extra spaces. */
function folded(title: string): string {
  return normalizeText(title, 'NFKD').replace(MARKS, '').toLowerCase().replace(SPACES, ' ').trim()
}

const MOST_SHOWN = 4

/** Returns the fault of a name that several records share. It lists their ids. */
export function ambiguous(
  pointer: string,
  { name, prefix }: Named,
  text: string,
  records: readonly Called[],
): Fault {
  const ids = records.slice(0, MOST_SHOWN).map(({ id, externalId }) => externalId ?? id)
  const areMore = records.length > MOST_SHOWN
  return {
    pointer,
    code: `${prefix}_ambiguous`,
    messages: [message('fault_named_alike', { noun: name, text, ids, areMore })],
  }
}
