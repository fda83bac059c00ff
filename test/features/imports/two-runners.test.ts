import t from 'tap'
import { createImportsRepository } from '../../../src/features/imports/imports.repository.ts'
import { processImport } from '../../../src/features/imports/process-import.ts'
import { candidateLine, HEADER, newOffice, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

t.test('of two processes that run the same import at once, one steps aside', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  await service.services.background.works.run_imports.stop()
  const file = [HEADER, ...Array.from({ length: 3000 }, (_, at) => candidateLine(`s-${at}`))].join('\n')
  await upload(service, office, `type=candidates&mode=apply&program_id=${office.programId}`, file)
  const { services } = service
  const { mergeMany } = services.internships.candidates
  const merge = {
    candidates: mergeMany,
    needs: mergeMany,
    offers: mergeMany,
    organizations: mergeMany,
    helpers: mergeMany,
    candidate_preferences: mergeMany,
    organization_preferences: mergeMany,
    hours: mergeMany,
  }
  const run = await createImportsRepository(services.runtime.db).claim(
    { now: new Date(), hasIndex: true },
    new Date(Date.now() + 60_000),
  )
  if (!run) throw new Error('nothing to run')
  await Promise.all([
    processImport(
      { ...services.runtime, merge, notice: {}, isKnownSkill: () => false, isIndexReady: () => true },
      { ...run },
      new AbortController().signal,
    ),
    processImport(
      { ...services.runtime, merge, notice: {}, isKnownSkill: () => false, isIndexReady: () => true },
      { ...run },
      new AbortController().signal,
    ),
  ])
  const { rows } = await service.database.pool.query(
    'select state, rows_read, created, rejected from imports',
  )
  t.same(rows, [{ state: 'done', rows_read: 3000, created: 3000, rejected: 0 }])
  const events = await service.database.pool.query("select from events where type = 'candidate.posted'")
  t.equal(events.rowCount, 3000)
})
