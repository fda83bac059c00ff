import type { WriteContext } from '../../../platform/events/index.ts'
import type { Id, IdPrefix } from '../../../shared/ids.ts'
import { forEachSliced } from '../../../shared/sliced-work.ts'
import type { PostedRow } from '../posted.table.ts'
import type { PostedInput, PostingDefinition } from '../posting-definition.ts'
import { createReplacedRecordsRepository } from './replaced-records.repository.ts'
import type { ReplacedRecord } from './replaced-records.table.ts'

interface Replaced<R> {
  importId: Id<'import'>
  rows: readonly { after: R; before: R }[]
}

/** Stores the records that an import replaces, so that it can be undone. */
export async function keepReplaced<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  { toInput }: PostingDefinition<P, I, R>,
  { actor: { partnerId }, db, clock }: WriteContext,
  { importId, rows }: Replaced<R>,
): Promise<void> {
  if (rows.length === 0) return
  const repository = createReplacedRecordsRepository(db)
  const versions = new Map<string, number>(rows.map(({ after }) => [after.id, after.version]))
  const known = await repository.updateVersions(partnerId, importId, versions)
  const kept: ReplacedRecord[] = []
  await forEachSliced(rows, ({ after: { id, version }, before }) => {
    if (known.has(id)) return
    const body = toInput(before)
    kept.push({ partnerId, importId, resourceId: id, body, version, replacedAt: clock() })
  })
  await repository.keep(kept)
}
