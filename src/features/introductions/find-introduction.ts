import type { Context } from '../../platform/events/index.ts'
import { notFound } from '../../shared/errors.ts'
import type { IntroductionId } from '../../shared/ids.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow } from './introductions.table.ts'

/** Finds an introduction of the caller. Throws `introduction_not_found` for everyone except its two partners. */
export async function findIntroduction(
  { db, actor }: Context,
  { id }: { id: IntroductionId },
): Promise<IntroductionRow> {
  const row = await createIntroductionsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('introduction')
  return row
}
