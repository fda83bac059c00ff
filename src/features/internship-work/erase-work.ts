import type { WriteContext } from '../../platform/events/index.ts'
import { helperIdsOf, type KnownPerson } from '../internships/index.ts'
import { createWorkOfPersonRepository } from './work-of-person.repository.ts'

/** Erases what was written about a candidate in their internships. */
export async function eraseWork({ db, actor }: WriteContext, person: KnownPerson): Promise<void> {
  await createWorkOfPersonRepository(db, actor.partnerId).erase(helperIdsOf(person))
}
