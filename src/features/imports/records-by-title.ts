import type { WriteContext } from '../../platform/events/index.ts'
import { message } from '../../shared/messages/index.ts'
import { findByTitles, type TitledRecord } from '../postings/index.ts'
import { newExternalId } from './email-key.ts'
import type { SourceRow } from './source-row.ts'

const MOST_NAMED = 4

interface Ports {
  type: 'needs' | 'offers'
  dryRun: boolean
}

/**
 * Finds the open record of each row by its title and its organization or helper. A row that matches no record creates one.
 */
export async function withRecordsByTitle(
  { db, actor }: WriteContext,
  rows: readonly SourceRow[],
  { type, dryRun }: Ports,
): Promise<readonly SourceRow[]> {
  const titles = rows.flatMap(({ titleKey }) => titleKey ?? [])
  if (titles.length === 0) return rows
  const found = await findByTitles(db, actor.partnerId, { type, titles })
  const keyOf = (parent: unknown, title: string) => `${parent}\n${title.trim().toLowerCase()}`
  const known = Map.groupBy(found, ({ parentId, title }) => keyOf(parentId, title))
  return rows.map((row) => {
    const parent = row.patch[type === 'needs' ? 'organization_id' : 'helper_id']
    return row.titleKey === undefined
      ? row
      : withRecord(row, known.get(keyOf(parent, row.titleKey)) ?? [], { type, dryRun })
  })
}

function withRecord(row: SourceRow, found: readonly TitledRecord[], { type, dryRun }: Ports): SourceRow {
  const [first, ...others] = found
  if (!first) {
    const key = newExternalId()
    // A dry run assigns no ids.
    return { ...row, record: { key, externalId: dryRun ? null : key, isNew: true } }
  }
  const record = { key: first.id, externalId: first.externalId, isNew: false }
  if (others.length === 0) return { ...row, record }
  const names = found.slice(0, MOST_NAMED).map(({ id, externalId }) => externalId ?? id)
  const areMore = found.length > MOST_NAMED
  const details = [message('import_several_with_title', { noun: type, names, areMore })]
  const fault = { column: 'title', code: 'several_records', details, value: row.titleKey ?? null }
  return { ...row, record, faults: [...row.faults, fault] }
}
