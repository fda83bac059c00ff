import { once } from 'node:events'
import { connect } from 'node:net'
import fc from 'fast-check'
import t from 'tap'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

const MB = 1024 * 1024
const good = candidateLine('good')
const hostile: Record<string, { lines: string[]; code: string }> = {
  'a quotation mark that is never closed': { lines: [candidateLine('a', '"Ann')], code: 'quote_not_closed' },
  'a NUL': { lines: [candidateLine('a', 'An\0n')], code: 'nul_character' },
  'a NUL in a cell that a message quotes': { lines: [',,\0'], code: 'nul_character' },
  'a NUL in the key': { lines: [candidateLine('a\0')], code: 'nul_character' },
  'a row of 5 MB': { lines: [candidateLine('a', 'x'.repeat(5 * MB))], code: 'row_too_long' },
  'too many cells': { lines: [`${candidateLine('a')},one,more`], code: 'too_many_cells' },
  'no key': { lines: [candidateLine('')], code: 'required' },
  'a key that is too long': { lines: [candidateLine('k'.repeat(201))], code: 'invalid_value' },
  'a row that is cut off': { lines: ['a,Ann'], code: 'required' },
}

for (const [name, { lines, code }] of Object.entries(hostile)) {
  t.test(`${name} costs its row alone, and the counts add up`, async (t) => {
    const office = await newOffice(service)
    const { body } = await office.imported([HEADER, ...lines, good].join('\n'))
    t.match(body, { status: 'done', rows_read: 2, created: 1, rejected: 1 })
    const rows = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body.data
    t.match(rows, [{ line: 2, errors: [{ code }] }])
    t.equal((await office.call('GET', `/v1/imports/${body.id}/report.csv`)).status, 200)
  })
}

t.test(
  'a header of thousands of columns is refused, and blank ones at its end are not counted',
  async (t) => {
    const office = await newOffice(service)
    const wide = [HEADER, ...Array.from({ length: 16_000 }, (_, at) => `column ${at}`)].join(',')
    t.match((await office.imported(`${wide}\n${good}`)).body, {
      status: 'failed',
      failure: { code: 'too_many_columns', detail: /has 16013 columns.* up to 1000/ },
    })
    const blanks = ','.repeat(16_000)
    const { body } = await office.imported(`${HEADER}${blanks}\n${good}${blanks}\n`)
    t.match(body, { status: 'done', created: 1, rejected: 0 })
  },
)

t.test('many long lines above the header hold nothing up', async (t) => {
  const office = await newOffice(service)
  const long = Array.from({ length: 19 }, () => `"${'x,;|\t'.repeat(150_000)}"`)
  const { max } = await longestTurn(async () => {
    const { body } = await office.imported([...long, HEADER, good].join('\n'))
    t.match(body, { status: 'done', created: 1 })
  })
  // A step is one line; twenty at once took seconds.
  t.ok(max < 1000, `${max} ms`)
})

/** The longest turn of the event loop, in time of the processor. */
async function longestTurn(work: () => Promise<void>): Promise<{ max: number }> {
  let max = 0
  let isDone = false
  let before = process.threadCpuUsage()
  const look = () => {
    const { user, system } = process.threadCpuUsage(before)
    max = Math.max(max, (user + system) / 1000)
    before = process.threadCpuUsage()
    if (!isDone) setImmediate(look)
  }
  setImmediate(look)
  await work()
  isDone = true
  return { max: Math.round(max) }
}

t.test('whatever a file holds, every row that was read is counted once', async (t) => {
  const office = await newOffice(service)
  const piece = fc.constantFrom(
    '"',
    ',',
    '\n',
    'a',
    'b',
    '\0',
    '\r\n',
    '**CLEAR**',
    "'=1",
    '{"external_id":"x"}',
    good,
  )
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), fc.boolean(), async (pieces, isCsv) => {
      const text = isCsv ? `${HEADER}\n${pieces.join('')}` : pieces.join('')
      const { status, body } = await office.imported(text, {
        contentType: isCsv ? 'text/csv' : 'application/x-ndjson',
      })
      // So many NULs are no UTF-8 text.
      if (status === 422) return t.equal(body.code, 'encoding_not_supported')
      t.ok(['done', 'failed'].includes(body.status))
      t.equal(body.failure?.code === 'internal', false)
      t.equal(body.rows_read, body.created + body.updated + body.unchanged + body.rejected)
      const { rows } = await service.database.pool.query(
        'select count(*)::int as count from import_rows r join imports i on i.id = r.import_id where i.partner_id = r.partner_id and i.id = (select id from imports order by id desc limit 1)',
      )
      t.equal(rows[0]?.count, body.rows_read)
    }),
    { numRuns: 60 },
  )
})

t.test('an upload that breaks off leaves nothing', async (t) => {
  const office = await newOffice(service)
  const address = await service.app.listen({ port: 0, host: '127.0.0.1' })
  const socket = connect(Number(new URL(address).port), '127.0.0.1')
  await once(socket, 'connect')
  const head = [
    'POST /v1/imports?type=candidates&mode=apply HTTP/1.1',
    'host: x',
    `authorization: Bearer ${office.token}`,
    'content-type: text/csv',
    'content-length: 100000',
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${HEADER}\n${good}\n`)
  const held = async () =>
    (await service.database.pool.query("select id from imports where state = 'receiving'")).rowCount
  while ((await held()) === 0);
  socket.destroy()
  while ((await held()) !== 0);
  t.same((await office.call('GET', '/v1/candidates')).body.data, [])
})

t.test('a file of more than 100 MiB is refused and leaves nothing', async (t) => {
  const office = await newOffice(service)
  const reply = await office.imported(Buffer.alloc(100 * MB + 1, 'a'))
  t.match(reply, { status: 413, body: { code: 'body_too_large' } })
  t.equal((await service.database.pool.query('select from import_chunks')).rowCount, 0)
})
