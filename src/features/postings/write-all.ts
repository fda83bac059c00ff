import type { WriteContext } from '../../platform/events/index.ts'
import type { IdPrefix } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import type { PostedRow } from './posted.table.ts'
import { postedEvent } from './posted-event.ts'
import type { PostedInput, PostingDefinition } from './posting-definition.ts'

export interface Written<R> {
  after: R
  /** The row that it replaces. */
  before: R | undefined
}

/** Writes rows, what is derived from them, and an event for each. */
export async function writeAll<P extends IdPrefix, I extends PostedInput, R extends PostedRow<P>>(
  definition: PostingDefinition<P, I, R>,
  ctx: WriteContext,
  written: readonly Written<R>[],
): Promise<void> {
  const rows = written.map(({ after }) => after)
  await definition.createRepository(ctx.db).writeAll(rows)
  await definition.derive?.(ctx, rows)
  await forEachSliced(written, ({ after, before }) => ctx.append(postedEvent(definition, after, before)))
}
