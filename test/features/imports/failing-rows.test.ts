import t from 'tap'
import { candidateBody } from '../../support/bodies.ts'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { runStatement } from '../../support/postgres.ts'
import { startTestService } from '../../support/service.ts'

t.test('a row that the database refuses for any reason costs only itself', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  await runStatement(
    service.database.ownerConnectionString,
    `create function refuse() returns trigger language plpgsql as $$
       begin
         if new.external_id in ('s-3', 's-77') then raise exception 'no' using errcode = 'XX000'; end if;
         return new;
       end $$;
     create trigger refuse before insert on candidates for each row execute function refuse()`,
  )
  const file = [HEADER, ...Array.from({ length: 100 }, (_, at) => candidateLine(`s-${at}`))].join('\n')
  const { body } = await office.imported(file)
  t.match(body, { status: 'done', rows_read: 100, created: 98, rejected: 2, failure: null })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body
  t.match(data, [
    { number: 4, external_id: 's-3', errors: [{ code: 'internal' }] },
    { number: 78, external_id: 's-77', errors: [{ code: 'internal' }] },
  ])
  t.notMatch(JSON.stringify(data), /trigger|plpgsql|XX000/)
})

t.test('a line nested too deeply is rejected before it is parsed, and the others are imported', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  const line = (key: string, resume: string) =>
    JSON.stringify({ ...candidateBody(office.programId), external_id: key, resume: {} }).replace(
      '"resume":{}',
      `"resume":${resume}`,
    )
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`
  const lines = [line('deep', nested(2000)), line('most', nested(19)), line('good', '{}')]
  const { body } = await office.imported(lines.join('\n'), { contentType: 'application/x-ndjson' })
  t.match(body, { status: 'done', rows_read: 3, created: 2, rejected: 1 })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body
  t.match(data, [{ line: 1, errors: [{ code: 'json_too_deep', detail: /20 levels/ }] }])
})
