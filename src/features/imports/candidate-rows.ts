import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import type { KnownPerson } from '../internships/index.ts'
import { createReplacedRecordsRepository } from '../postings/index.ts'
import { createImportFilesRepository } from './import-files.repository.ts'
import { createImportRowsRepository, type Person } from './import-rows.repository.ts'
import { createImportsRepository, type ImportId } from './imports.repository.ts'
import { showImportRow } from './show-import.ts'

/**
 * Erases a candidate from import reports. Throws `import_running` while one of the partner's imports runs, because its file
 * may contain the candidate and create them again.
 */
export async function eraseCandidateRows(ctx: WriteContext, person: KnownPerson): Promise<void> {
  await dropFiles(ctx)
  await createReplacedRecordsRepository(ctx.db).forget(ctx.actor.partnerId, person.ids)
  await createImportRowsRepository(ctx.db).erasePerson(ctx.actor.partnerId, toPerson(person))
}

/** Erases the candidates of an undone import from all reports. Throws `import_running`. */
export async function eraseRowsOfImport(
  ctx: WriteContext,
  { importId, people }: { importId: ImportId; people: readonly KnownPerson[] },
): Promise<void> {
  await dropFiles(ctx)
  const ids = people.flatMap((person) => person.ids)
  await createReplacedRecordsRepository(ctx.db).forget(ctx.actor.partnerId, ids)
  await createImportRowsRepository(ctx.db).erasePeople(ctx.actor.partnerId, importId, {
    resourceIds: people.flatMap(({ ids }) => ids),
    externalIds: people.flatMap(({ externalIds }) => externalIds),
    texts: people.flatMap(({ texts }) => texts),
  })
}

/**
 * Deletes the partner's kept import files: they may contain the candidates, and reading them again would restore them.
 * Throws `import_running`.
 */
async function dropFiles({ db, actor }: WriteContext): Promise<void> {
  if (await createImportsRepository(db).hasUnfinished(actor.partnerId))
    throw new DomainError(
      'import_running',
      'One of your imports is still running. Erase the candidate after the import has ended, or cancel it first.',
    )
  await createImportFilesRepository(db).dropKept(actor.partnerId, { but: 0 })
}

/** Lists the rows of imports that mention a candidate. */
export async function listCandidateRows({ db, actor }: Context, person: KnownPerson) {
  const rows = await createImportRowsRepository(db).ofPerson(actor.partnerId, toPerson(person))
  return rows.map((row) => {
    const shown = showImportRow(row)
    return {
      import_id: row.importId,
      ...shown,
      errors: JSON.stringify(shown.errors),
      notices: JSON.stringify(shown.notices),
      cells: JSON.stringify(row.cells),
    }
  })
}

function toPerson({ ids, externalIds, texts }: KnownPerson): Person {
  return { resourceIds: ids, externalIds, texts }
}
