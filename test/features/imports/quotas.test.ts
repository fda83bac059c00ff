import { Readable } from 'node:stream'
import t from 'tap'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const MIB = 1024 * 1024
const service = await startTestService(t, { env: { WAITING_IMPORTS_PER_PARTNER: '3' } })
// Imports wait for as long as the test lets them.
await service.services.background.works.run_imports.stop()

const small = [HEADER, candidateLine('a')].join('\n')
const uploadBy = (office: Office, file: string | Buffer = small) =>
  upload(service, office, `type=candidates&mode=apply&program_id=${office.programId}`, file)
const listOf = async (office: Office) => (await office.call('GET', '/v1/imports')).body.data
const chunks = async () => (await service.database.pool.query('select from import_chunks')).rowCount

t.test('a partner has a share of waiting imports, however many uploads come at once', async (t) => {
  const [office, other] = [await newOffice(service), await newOffice(service)]
  const replies = await Promise.all(Array.from({ length: 6 }, () => uploadBy(office)))
  t.same(replies.map(({ status }) => status).sort(), [202, 202, 202, 409, 409, 409])
  t.match(
    replies.find(({ status }) => status === 409),
    { body: { code: 'too_many_imports', detail: /3 of your imports are waiting, and at most 3 may\. Wait/ } },
  )
  const listed = await listOf(office)
  t.equal(listed.length, 3, 'nothing is kept of a refused one')
  t.equal((await uploadBy(other)).status, 202, 'others have their own share')
  t.equal((await office.call('POST', `/v1/imports/${listed[0].id}/cancel`)).status, 200)
  t.equal((await uploadBy(office)).status, 202)
})

t.test('a file that is too much beside the waiting ones is refused before it is stored', async (t) => {
  const office = await newOffice(service)
  t.equal((await uploadBy(office)).status, 202)
  await service.database.pool.query(`update imports set bytes = ${249 * MIB} where id in
    (select id from imports order by id desc limit 1)`)
  const before = await chunks()
  const file = Buffer.from(`${HEADER}\n`.padEnd(2 * MIB, 'x'))
  t.match(await uploadBy(office, file), {
    status: 409,
    body: { code: 'too_many_imports', detail: /have 249 MiB\. With this file .* more than 250 MiB\. Wait/ },
  })
  t.equal((await listOf(office)).length, 1)
  // A body of chunks has no declared length.
  const { imports, runtime } = service.services
  const ctx = { ...runtime, actor: { partnerId: office.partnerId } }
  const streamed = imports.start(ctx, {
    type: 'candidates',
    mode: 'apply',
    programId: null,
    cohortId: null,
    options: {},
    format: 'csv',
    declaredBytes: null,
    source: Readable.from([file, file]),
    writeOnce: (queue) => runtime.inTransaction((tx) => queue({ ...ctx, ...tx })),
  })
  await t.rejects(streamed, { code: 'too_many_imports' })
  t.equal((await listOf(office)).length, 1)
  t.equal(await chunks(), before)
})

t.test('the file of an import is deleted as soon as it has ended', async (t) => {
  const running = await startTestService(t)
  const office = await newOffice(running)
  t.match((await office.imported(small)).body, { status: 'done' })
  t.match((await office.imported('a,b\n1,2')).body, { status: 'failed' })
  t.equal((await running.database.pool.query('select from import_chunks')).rowCount, 0)
})
