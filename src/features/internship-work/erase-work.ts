import type { WriteContext } from '../../platform/events/index.ts'
import { sameNumber } from '../../shared/ids.ts'
import type { KnownPerson } from '../internships/index.ts'
import { eraseWrittenAbout } from './erase-work.repository.ts'

/** Erases what was written about a candidate in their internships. */
export async function eraseWork({ db, actor }: WriteContext, { ids }: KnownPerson): Promise<void> {
  const helperIds = ids.map((id) => sameNumber('helper', id))
  await eraseWrittenAbout(db, actor.partnerId, helperIds)
}
