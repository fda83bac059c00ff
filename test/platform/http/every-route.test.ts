import { writeFileSync } from 'node:fs'
import pg from 'pg'
import t, { type Test } from 'tap'
import { EXAMPLES_FILE, examples } from '../../../src/app/reference/examples.ts'
import { eventData } from '../../../src/platform/events/index.ts'
import { newId } from '../../../src/shared/ids.ts'
import { clear, createRecorder, type Operation } from '../../support/examples/record-examples.ts'
import { isOfWholeMarket, isPlanned } from '../../support/market-reads.ts'
import { recordStatements, withoutCounts } from '../../support/recorded-statements.ts'
import { methodOf, routeCases } from '../../support/route-cases.ts'
import {
  type CallOptions,
  type Partner,
  type Reply,
  startTestService,
  type TestService,
} from '../../support/service.ts'
import { distributedTables, readsAcrossTenants } from '../../support/tenant-scans.ts'
import { postWorld, type World } from '../../support/world.ts'

/*
 * What every route must do, told once for each. The list of routes comes from the service itself: one that has no case
 * fails the first test, so that a new route can't be forgotten.
 */

const isProblem = (reply: { headers: Record<string, unknown> }) =>
  String(reply.headers['content-type']).startsWith('application/problem+json')

const now = new Date('2026-11-20T17:00:00Z')
const statements = recordStatements()
// What the tests ask themselves would stand in the example of the log, with other times at each run.
const service = await startTestService(t, { clock: () => now, env: { REQUEST_LOG: 'off' } })
const cases = routeCases(service)
await service.app.ready()
const stranger = await service.newPartner()
const withoutScopes = await service.newPartner({ scopes: [] })

t.test('every route of the API is described here, and nothing else', async (t) => {
  const document = service.app.swagger() as { paths: Record<string, Record<string, unknown>> }
  const routes = Object.entries(document.paths).flatMap(([path, methods]) =>
    /^\/(v1|public|calendars)\//.test(path)
      ? Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`)
      : [],
  )
  t.same(routes.sort(), Object.keys(cases).sort())
})

interface DeclaredAnswer {
  headers?: Record<string, unknown>
  content?: Record<string, { schema: { allOf?: { properties?: { code: { enum: string[] } } }[] } }>
}
// As JSON, since the plugin's own type knows nothing of what an operation holds.
type DeclaredOperation = Operation & { responses: Record<string, DeclaredAnswer> }
const document: { paths: Record<string, Record<string, DeclaredOperation>> } = JSON.parse(
  JSON.stringify(service.app.swagger()),
)
const recorder = createRecorder(document.paths, now)
/** Headers that say something of a resource or of the request's place in the contract. */
const CONTRACT_HEADERS = [
  ...['etag', 'location', 'idempotency-replayed', 'retry-after', 'deprecation', 'sunset', 'link'],
  ...['request-id', 'ratelimit', 'ratelimit-policy', 'content-language'],
]
/** Declared, but sent only when there is a reason. */
const ONLY_SOMETIMES = new Set(['idempotency-replayed', 'link', 'retry-after'])

/** The status of an answer is declared, and its headers are those that are declared for it. */
function holdAgainstDeclaration(t: Test, route: string, reply: Reply): void {
  const [method = '', path = ''] = route.split(' ')
  const declared = document.paths[path]?.[method.toLowerCase()]?.responses[reply.status]
  t.ok(declared, `${route} declares the status ${reply.status}`)
  if (isProblem(reply)) {
    const { schema } = declared?.content?.['application/problem+json'] ?? {}
    const codes = schema?.allOf?.flatMap(({ properties }) => properties?.code.enum ?? [])
    t.ok(codes?.includes(reply.body.code), `${route} ${reply.status} declares the code ${reply.body.code}`)
  }
  const names = Object.keys(declared?.headers ?? {}).map((name) => name.toLowerCase())
  const sent = CONTRACT_HEADERS.filter((name) => reply.headers[name] !== undefined)
  const missing = names.filter((name) => !ONLY_SOMETIMES.has(name) && !sent.includes(name))
  t.same(
    { undeclared: sent.filter((name) => !names.includes(name)), missing },
    { undeclared: [], missing: [] },
    `headers of ${route} ${reply.status}`,
  )
}

for (const [route, routeCase] of Object.entries(cases)) {
  const { url, isPublic = false, success, invalid, notFound } = routeCase
  const options = (world: World): CallOptions => routeCase.options?.(world) ?? {}
  t.test(route, async (t) => {
    const owner = await service.newPartner({ name: 'Helping Hands Oakland' })
    t.teardown(() => clear(service, owner))
    const world = await postWorld(owner)
    await routeCase.prepare?.(owner, world)
    const method = methodOf(route)
    const call = async (partner: Partner, address = url(world), given = options(world)) => {
      const reply = await partner.call(method, address, given)
      holdAgainstDeclaration(t, route, reply)
      return reply
    }

    t.test(isPublic ? 'it takes no token' : 'without a token it answers 401', async (t) => {
      const { body, headers } = options(world)
      const reply = await service.inject({
        method,
        url: url(world),
        ...(headers && { headers }),
        ...(body !== undefined && { payload: body as object }),
      })
      if (isPublic) return t.equal(reply.status, success)
      t.equal(reply.status, 401)
      t.equal(reply.body.code, 'unauthenticated')
      t.ok(isProblem(reply))
    })

    if (!isPublic) {
      t.test('without the scope it answers 403', async (t) => {
        const reply = await call(withoutScopes)
        t.equal(reply.status, 403)
        t.equal(reply.body.code, 'scope_missing')
      })
    }

    if (invalid) {
      t.test('an unacceptable request is refused with every fault', async (t) => {
        const reply = await call(owner, (invalid.url ?? url)(world), (invalid.options ?? options)(world))
        t.equal(reply.status, invalid.status ?? 422)
        t.ok(isProblem(reply))
        if (reply.status === 422) t.ok(reply.body.errors.length > 0)
      })
    }

    if (notFound) {
      if (!isPublic) {
        t.test('to another partner it does not exist', async (t) => {
          const reply = await call(stranger)
          t.equal(reply.status, 404)
          t.equal(reply.body.code, notFound)
        })
      }

      t.test('an id that is missing or of another kind does not exist', async (t) => {
        const prefix = /\/(?:v1|public)\/[\w-]+\/([a-z]+)_/.exec(url(world))?.[1] ?? ''
        const wrong = [newId(prefix as 'need'), newId('partner'), 'nonsense', `${prefix}_0`, '%00', '..%2f']
        for (const id of wrong) {
          const address = url(world).replace(new RegExp(`${prefix}_[0-9a-z]+`), id)
          const reply = await call(owner, address)
          t.equal(reply.status, 404, id)
          t.equal(reply.body.code, notFound, id)
        }
      })
    }

    t.test('it takes the examples of its parameters together', async (t) => {
      const reply = await recorder.tryParameters(route, { url: url(world), world, owner })
      if (reply) t.ok(reply.status < 400, JSON.stringify(reply.body))
    })

    t.test('to its owner it answers as it should', async (t) => {
      await background(service)
      const [address, given] = [url(world), options(world)]
      const reply = await call(owner, address, given)
      recorder.note(route, { url: address, options: given, world, owner, reply })
      t.equal(reply.status, success, JSON.stringify(reply.body))
      for (const other of routeCase.others ?? []) {
        // Not held against the declaration, whose headers are those of the first media type.
        const otherReply = await owner.call(method, other.url(world), other.options)
        t.equal(otherReply.status, other.success, JSON.stringify(otherReply.body))
        recorder.noteOther(route, { world, owner, reply: otherReply })
      }
      t.match(String(reply.headers['request-id']), /^req_/)
      t.match(String(reply.headers.ratelimit), /^"\w+-burst";r=\d+;t=\d+, "\w+";r=\d+;t=\d+$/)
    })
  })
}

t.test('every event of all these requests is as the reference says', async (t) => {
  const schemas = new Map(Object.entries(eventData))
  const { rows } = await service.database.pool.query('select distinct on (type, data) type, data from events')
  const faults = rows.flatMap(({ type, data }) => {
    const parsed = schemas.get(type)?.safeParse(data ?? {})
    return parsed?.success ? [] : [`${type} ${JSON.stringify(data)}: ${parsed?.error}`]
  })
  t.same(faults, [])
  t.ok(new Set(rows.map(({ type }) => type)).size > 30)
})

t.test(
  'every statement names the partner of a tenant’s rows, but for those that read the whole market',
  { skip: process.env.TESTS_RUN_ON === 'citus' && 'the plans of Citus do not show it' },
  async (t) => {
    const client = new pg.Client({ connectionString: service.database.ownerConnectionString })
    await client.connect()
    t.teardown(() => client.end())
    await client.query('set plan_cache_mode = force_generic_plan')
    const tables = await distributedTables(client)
    t.ok(tables.size > 20)
    const texts = [...new Set([...statements].map(withoutCounts))].filter(isPlanned)
    t.ok(texts.length > 200)
    const across: string[] = []
    for (const text of texts) {
      const read = await readsAcrossTenants(client, text, tables)
      if (read.length > 0 && !isOfWholeMarket(text)) across.push(`${read}: ${text}`)
    }
    t.same(across, [])
  },
)

t.test(
  'what is counted has a column, since Citus can’t read the rows of a subquery without one',
  async (t) => {
    t.same(
      [...statements].filter((text) => /(from \(|union all )select from/.test(text)),
      [],
    )
  },
)

t.test('the examples of the reference are these requests and answers', async (t) => {
  const recorded = JSON.parse(JSON.stringify(await recorder.examples(service)))
  if (process.env.WRITE_EXAMPLES) writeFileSync(EXAMPLES_FILE, `${JSON.stringify(recorded, null, 1)}\n`)
  else t.same(recorded, examples, 'run `npm run examples` after a change of answers')
})

/** Lets the work end that answers show: events get their places, and messages are sent. */
async function background({ services }: TestService): Promise<void> {
  const { number_events: numbering, send_deliveries: sending } = services.background.works
  numbering.wake()
  await numbering.idle()
  await sending.idle()
}
