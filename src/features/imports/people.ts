import type { Queryable } from '../../platform/db/index.ts'
import type { Transaction } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { CandidateRow } from '../internships/index.ts'
import { createImportsRepository, type Person } from './imports.repository.ts'
import { showImportRow } from './show-import.ts'

/**
 * Takes a candidate out of the reports of imports. Throws `import_running` while one runs, since its file may hold the
 * person, and would bring them back.
 */
export async function eraseFromImports(tx: Transaction, candidate: CandidateRow): Promise<void> {
  const repository = createImportsRepository(tx.db)
  if (await repository.hasUnfinished(candidate.partnerId))
    throw new DomainError(
      'import_running',
      'An import of yours is still running: erase the candidate when it has ended.',
    )
  await repository.erasePerson(candidate.partnerId, personOf(candidate))
}

/** Rows of imports that speak of a candidate. */
export async function heldInImports(db: Queryable, candidate: CandidateRow) {
  const rows = await createImportsRepository(db).ofPerson(candidate.partnerId, personOf(candidate))
  return rows.map((row) => ({
    import_id: row.importId,
    ...showImportRow(row),
    faults: JSON.stringify(row.faults),
    cells: JSON.stringify(row.cells),
  }))
}

function personOf({ id, externalId, profile }: CandidateRow): Person {
  return { resourceId: id, externalId, texts: [profile.email, profile.name] }
}
