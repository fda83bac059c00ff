import { createClient, type Schema, SmartsourceError, type UploadProgress } from 'smartsource/client'
import t from 'tap'
import { startTestService } from '../support/service.ts'

const service = await startTestService(t)
const address = await service.app.listen({ port: 0, host: '127.0.0.1' })

const HEADER = 'external_id,name,kind,contact_name,email,time_zone,languages\n'
const row = (number: number) =>
  `org-${number},Bakery ${number},small_business,Ines Marsh,ines${number}@example.com,America/Los_Angeles,en\n`
const rows = (count: number) => HEADER + Array.from({ length: count }, (_, at) => row(at)).join('')

async function newClient() {
  const { clientId, clientSecret } = await service.newPartner()
  return createClient({
    url: address,
    clientId,
    clientSecret,
    wait: () => service.services.background.works.run_imports.idle(),
  })
}

t.test('a file is sent with its progress, waited for with its rows, and ends with a report', async (t) => {
  const api = await newClient()
  const text = `${rows(3000)}x,,${row(1)}`
  const file = new Blob([text], { type: 'text/csv' })
  const sent: UploadProgress[] = []
  const started = await api.startImport(file, {
    type: 'organizations',
    mode: 'apply',
    onUpload: (progress) => sent.push(progress),
  })
  t.ok(sent.length > 0)
  t.ok(sent.every(({ sentBytes }, at) => sentBytes > (sent[at - 1]?.sentBytes ?? 0)))
  t.same(sent.at(-1), { sentBytes: file.size, totalBytes: file.size })
  const seen: Schema<'Import'>[] = []
  const ended = await api.waitForImport(started.id, { onProgress: (shown) => seen.push(shown) })
  t.match(ended, { status: 'done', created: 3000, rejected: 1 })
  t.same(seen.at(-1), ended)
  const report = await new Response(await api.importReport(started.id)).text()
  t.match(report, /^report_line,.*\n3002,.*,rejected,x,/)
  t.equal(report.trim().split(/\r?\n/).length, 2)
})

t.test('another client of the partner goes on waiting with the id alone', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const options = {
    url: address,
    clientId,
    clientSecret,
    wait: () => service.services.background.works.run_imports.idle(),
  }
  const started = await createClient(options).startImport(new Blob([rows(3)]).stream(), {
    type: 'organizations',
    mode: 'dry_run',
    contentType: 'text/csv',
  })
  t.match(await createClient(options).waitForImport(started.id), { mode: 'dry_run', created: 3 })
})

t.test(
  'a Blob is sent again with its progress from the start where an attempt was lost, and imported once',
  async (t) => {
    let losses = 1
    const { clientId, clientSecret } = await service.newPartner()
    const api = createClient({
      url: address,
      clientId,
      clientSecret,
      wait: () => service.services.background.works.run_imports.idle(),
      async fetch(request) {
        const answer = await fetch(request)
        if (!request.url.includes('/v1/imports') || losses === 0) return answer
        losses -= 1
        await answer.body?.cancel()
        throw new TypeError('the connection was closed')
      },
    })
    const sent: number[] = []
    const file = new Blob([rows(2)], { type: 'text/csv' })
    const started = await api.startImport(file, {
      type: 'organizations',
      mode: 'apply',
      onUpload: ({ sentBytes }) => sent.push(sentBytes),
    })
    t.same(sent, [file.size, file.size])
    t.equal(losses, 0)
    t.match(await api.waitForImport(started.id), { created: 2 })
    const all: string[] = []
    for await (const { id } of api.pages('/v1/imports')) all.push(id)
    t.same(all, [started.id])
  },
)

t.test('a file is inspected without being imported, and what is refused is thrown', async (t) => {
  const api = await newClient()
  const file = new Blob([rows(2)], { type: 'text/csv' })
  const { columns } = await api.inspectImport(file, { type: 'organizations' })
  t.ok(columns.length >= 7)
  const wrong = new Blob(['%PDF-1.7'], { type: 'application/pdf' })
  await t.rejects(api.startImport(wrong, { type: 'organizations', mode: 'apply' }), SmartsourceError)
  await t.rejects(api.waitForImport('import_none'), SmartsourceError)
  await t.rejects(api.importReport('import_none'), SmartsourceError)
})
