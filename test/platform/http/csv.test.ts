import { once } from 'node:events'
import { connect } from 'node:net'
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import fastify from 'fastify'
import t from 'tap'
import {
  type CsvCell,
  type CsvFormat,
  createSendProblem,
  pagesOf,
  registerErrorHandler,
  sendCsv,
} from '../../../src/platform/http/index.ts'
import { DomainError } from '../../../src/shared/errors.ts'
import { markCell, unmarkCell } from '../../../src/shared/spreadsheet-cells.ts'

const plain: CsvFormat = { separator: ',', bom: 'false' }

function serve(pages: () => AsyncIterable<CsvCell[][]>, format: CsvFormat = plain) {
  const app = fastify()
  registerErrorHandler(
    app,
    createSendProblem(() => ''),
  )
  app.get('/', async (_, reply) =>
    sendCsv(reply, { name: 'things', columns: ['a', 'b'], pages: pages() }, format),
  )
  t.teardown(() => app.close())
  return app
}

async function* onePage(...rows: CsvCell[][]) {
  yield rows
}

t.test('a cell comes back as the same text, whatever it is', async (t) => {
  const text = fc.string({ unit: fc.constantFrom(...`'=+-@\t\r\n",;0129E/. amyMAY`), maxLength: 12 })
  fc.assert(
    fc.property(text, (one) => unmarkCell(markCell(one)) === one),
    { numRuns: 5000 },
  )
  const rows = fc.array(fc.tuple(fc.oneof(text, fc.string()), text), { minLength: 1, maxLength: 20 })
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom(',' as const, ';' as const), async (given, separator) => {
      const { payload } = await serve(() => onePage(...given), { separator, bom: 'true' }).inject('/')
      const read = parse(payload, { bom: true, delimiter: separator, record_delimiter: '\n', from: 2 })
      const cells = read.map((row) => (row as string[]).map(unmarkCell))
      return JSON.stringify(cells) === JSON.stringify(given)
    }),
    { numRuns: 50 },
  )
  t.pass()
})

t.test('no text begins like a formula or a number that a spreadsheet changes', async (t) => {
  const hostile = ['=1', '+1', '-1', '@a', '\t=1', '\r=1', '＝1', '＋1', '－1', '＠a', "'=1"]
  const changed = ['007', '123456789012', '1E5', '3-4', '10/15', 'Mar 4', 'May 2028', '4. Mai', '5-Jun']
  for (const text of [...hostile, ...changed]) t.equal(markCell(text), `'${text}`)
  for (const text of ['7', '0', '0.5', '2027-05-14', 'Maya', 'a=b', "it's", '5/14/2027', 'Marketing 101'])
    t.equal(markCell(text), text)
})

t.test('numbers are numbers, with a decimal comma between semicolons', async (t) => {
  const rows = [
    [-7.5, 'a;b'],
    [null, 3],
  ]
  t.equal((await serve(() => onePage(...rows)).inject('/')).payload, 'a,b\n-7.5,a;b\n,3\n')
  const german = serve(() => onePage(...rows), { separator: ';', bom: 'true' })
  t.equal((await german.inject('/')).payload, '\u{feff}a;b\n-7,5;"a;b"\n;3\n')
})

t.test('a list is read page by page up to its end', async (t) => {
  const all = Array.from({ length: 1000 }, (_, at) => at)
  const read: number[] = []
  for await (const page of pagesOf(async (limit, last: number | undefined) =>
    all.slice((last ?? -1) + 1, (last ?? -1) + 1 + limit),
  ))
    read.push(...page)
  t.same(read, all)
})

t.test('a refusal before the first row is answered as a problem', async (t) => {
  const app = serve(async function* () {
    yield* await Promise.reject<CsvCell[][][]>(new DomainError('need_not_found', 'No such need.'))
  })
  const reply = await app.inject('/')
  t.equal(reply.statusCode, 404)
  t.match(reply.json(), { code: 'need_not_found' })
})

t.test(
  'a fault after the first page breaks the connection, so that nobody takes the part for the whole',
  async (t) => {
    const app = serve(async function* () {
      yield [['x', 'y']]
      throw new Error('gone')
    })
    const address = await app.listen()
    await t.rejects(fetch(address).then((reply) => reply.text()))
  },
)

t.test('a caller who hangs up ends the reading, and a slow one does not fill the memory', async (t) => {
  let pages = 0
  let ended: () => void = () => {}
  const end = new Promise<void>((resolve) => {
    ended = resolve
  })
  const app = serve(async function* () {
    try {
      for (;;) {
        pages++
        yield [['x'.repeat(64 * 1024), 'y']]
      }
    } finally {
      ended()
    }
  })
  const socket = connect(Number(new URL(await app.listen({ port: 0, host: '127.0.0.1' })).port), '127.0.0.1')
  socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n')
  await once(socket, 'readable')
  socket.destroy()
  await end
  t.ok(pages < 500, `${pages} pages of 64 KiB were made for a caller who read one chunk`)
})
