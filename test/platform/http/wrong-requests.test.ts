import t from 'tap'
import { needBody } from '../../support/bodies.ts'
import { methodOf, routeCases } from '../../support/route-cases.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { postWorld, type World } from '../../support/world.ts'

/* What callers get who send the wrong thing: each answer says what is wrong, where, and what to send instead. */

interface Parameter {
  name: string
  in: string
  schema: { minimum?: number; maximum?: number; maxLength?: number }
}

interface Operation {
  parameters?: Parameter[]
  requestBody?: unknown
}

// The programs of the route cases end in 2027.
const service = await startTestService(t, { clock: () => new Date('2026-11-20T17:00:00Z') })
await service.app.ready()
const owner = await service.newPartner()
const world = await postWorld(owner)
const cases = routeCases(service)
const paths: Record<string, Record<string, Operation>> = JSON.parse(
  JSON.stringify(service.app.swagger()),
).paths
const operationOf = (route: string) => paths[route.split(' ')[1] ?? '']?.[methodOf(route).toLowerCase()]
const parametersOf = (route: string) => operationOf(route)?.parameters ?? []

interface Answered {
  status: number
  body: { detail: string; errors: { pointer: string; code: string; detail: string }[] }
}

t.test('every route of the API refuses a parameter that it does not take', async (t) => {
  for (const [route, { url, options, isPublic, prepare }] of Object.entries(cases)) {
    if (isPublic) continue
    // A body is checked before the query, so it has to be a right one.
    const [by, own] = prepare ? await preparedWorld(prepare) : [owner, world]
    const address = url(own)
    const asked = `${address}${address.includes('?') ? '&' : '?'}no_such=1`
    const { status, body }: Answered = await by.call(methodOf(route), asked, options?.(own))
    const fault = body.errors.find(({ pointer }) => pointer === '?no_such')
    t.match({ status, fault }, { status: 422, fault: { detail: /^Unknown parameter\./ } }, route)
  }
})

async function preparedWorld(
  prepare: NonNullable<(typeof cases)[string]['prepare']>,
): Promise<[Partner, World]> {
  const by = await service.newPartner()
  const own = await postWorld(by)
  await prepare(by, own)
  return [by, own]
}

t.test('every route without a body refuses the fields of one', async (t) => {
  let count = 0
  for (const [route, { url, options, isPublic }] of Object.entries(cases)) {
    const method = methodOf(route)
    // An import takes a file.
    const takesBody = operationOf(route)?.requestBody !== undefined || route === 'POST /v1/imports'
    if (isPublic || method === 'GET' || takesBody) continue
    const { status, body }: Answered = await owner.call(method, url(world), {
      ...options?.(world),
      body: { no_such: 1 },
    })
    t.match(
      { status, errors: body.errors },
      {
        status: 422,
        errors: [{ pointer: '/no_such', code: 'unknown_field', detail: /takes no body\.$/ }],
      },
      route,
    )
    count++
  }
  t.ok(count > 20, `${count} were tried`)
})

t.test('links to public pages may carry parameters of others', async (t) => {
  for (const url of ['/?fbclid=1', '/public/needs?utm_source=mail', '/robots.txt?x=1'])
    t.equal((await service.app.inject({ url, headers: { accept: 'text/html' } })).statusCode, 200, url)
})

t.test('every parameter out of its bounds is told the bound', async (t) => {
  let count = 0
  for (const [route, { url, options, isPublic }] of Object.entries(cases)) {
    const address = url(world).split('?')[0]
    for (const { name, in: place, schema } of isPublic ? [] : parametersOf(route)) {
      if (place !== 'query') continue
      const wrong: [value: string, bound: number][] = []
      if (schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER)
        wrong.push([String(schema.maximum + 1), schema.maximum])
      if (schema.minimum !== undefined && schema.minimum > Number.MIN_SAFE_INTEGER)
        wrong.push([String(schema.minimum - 1), schema.minimum])
      if (schema.maxLength !== undefined) wrong.push(['x'.repeat(schema.maxLength + 1), schema.maxLength])
      for (const [value, bound] of wrong) {
        const asked = `${address}?${name}=${value}`
        const { body }: Answered = await owner.call(methodOf(route), asked, options?.(world))
        const detail = body.errors.find(({ pointer }) => pointer === `?${name}`)?.detail ?? ''
        t.ok(detail.includes(String(bound)), `${route} ${name}: ${detail}`)
        count++
      }
    }
  }
  t.ok(count > 100, `${count} were tried`)
})

t.test('a number that is missing is missing, not of the wrong type', async (t) => {
  const { body }: Answered = await owner.call('POST', '/v1/advice/investment', {
    body: { times_per_week: 'often' },
  })
  t.match(body.errors, [
    { pointer: '/minutes_per_task', code: 'required', detail: 'This is required.' },
    { pointer: '/times_per_week', code: 'invalid_type', detail: 'Must be a number, such as 7.5.' },
    { pointer: '/owner_hour_value', code: 'required' },
  ])
})

t.test('what is missing says what it holds', async (t) => {
  const of = async (path: string, body?: unknown): Promise<Answered['body']['errors']> =>
    (await owner.call('POST', path, { body })).body.errors
  const organization = await of('/v1/organizations', {})
  t.match(
    organization.find(({ pointer }) => pointer === '/contact')?.detail,
    'This is required. It is an object with name and email.',
  )
  t.match(await of('/v1/rings', {}), [{ pointer: '/links', detail: 'This is required. It is a list.' }])
  t.match(await of('/v1/needs'), [
    { pointer: '', code: 'required', detail: /^This is required\. Send a JSON object/ },
  ])
  t.match(await of('/v1/matches/preview', {}), [
    { pointer: '/need', code: 'required', detail: /Send need or offer\./ },
  ])
  t.match(
    await of('/v1/advice/readiness', {
      need_id: world.needId,
      draft: { brief: { steps: ['Sort the bills'] } },
    }),
    [{ pointer: '/need_id', detail: 'Send either need_id or draft, not both.' }],
  )
})

t.test(
  'an unknown field leads to the one that was meant, also by its words or where it belongs',
  async (t) => {
    const meant: [path: string, field: string, other: string][] = [
      ['/v1/organizations', 'email', 'contact.email'],
      ['/v1/organizations', 'city', 'location.city'],
      ['/v1/organizations', 'displayName', 'name'],
      ['/v1/needs', 'organization', 'organization_id'],
      ['/v1/needs', 'titel', 'title'],
      ['/v1/matches/batch', 'need_ids', 'ids'],
      ['/v1/cohorts', 'need_ids', 'needs'],
    ]
    for (const [path, field, other] of meant) {
      const { body }: Answered = await owner.call('POST', path, { body: { [field]: 'x' } })
      const fault = body.errors.find(({ pointer }) => pointer === `/${field}`)
      t.equal(fault?.detail, `Unknown field. Did you mean ${other}?`, field)
    }
  },
)

t.test('an id of another kind is named as what it is, in an address and in a body', async (t) => {
  const { body }: Answered = await owner.call('GET', `/v1/needs/${world.organizationId}`)
  t.match(body, {
    status: 404,
    code: 'need_not_found',
    detail:
      'This address takes an id such as need_01h455vb4pex5vsknk084sn02q. This is the id of an organization.',
  })
  t.match((await owner.call('GET', '/v1/offers/mine')).body, {
    code: 'offer_not_found',
    detail: /^This address takes an id such as offer_\w{26}\.$/,
  })
  const posted: Answered = await owner.call('POST', '/v1/needs', { body: needBody(world.needId) })
  t.match(posted.body.errors, [
    {
      pointer: '/organization_id',
      detail: 'Must be an id such as org_01h455vb4pex5vsknk084sn02q. This is the id of a need.',
    },
  ])
})

t.test('an unknown path leads to the nearest one that the reference shows', async (t) => {
  const nearest: [path: string, advice: RegExp][] = [
    ['/v1/need', /Did you mean \/v1\/needs\?/],
    ['/needs', /Did you mean \/v1\/needs\?/],
    [`/v1/needs/${world.needId}/`, /Did you mean \/v1\/needs\/\{id\}\?/],
    [`/v1/needs/${world.needId}/match?limit=2`, /^No route has this path\. The reference/],
    [`/v1/needs/${world.needId}/matchs`, /Did you mean \/v1\/needs\/\{id\}\/matches\?/],
    ['/v1/needs/', /^This address lacks an id\. The address of the list has no slash at the end\.$/],
    ['//v1//needs', /Did you mean \/v1\/needs\?/],
    ['/v1/endpoints', /Did you mean \/v1\/webhook-endpoints\?/],
    ['/v1/disclosures', /Did you mean \/v1\/candidates\/\{id\}\/disclosures\?/],
    ['/v1/oauth/token', /Did you mean \/oauth\/token\?/],
    ['/desk/sign-inn', /^No route has this path\. The reference/],
    ['/v2/needs', /^No route has this path\. The reference at \/docs lists all routes\.$/],
  ]
  for (const [path, advice] of nearest) {
    const { status, body }: Answered = await owner.call('GET', path)
    t.match({ status, detail: body.detail }, { status: 404, detail: advice }, path)
  }
})

t.test('what other APIs call a parameter leads to ours', async (t) => {
  const words = { per_page: 'limit', page: 'cursor', order_by: 'sort', search: 'q', since: 'updated_since' }
  const { body }: Answered = await owner.call('GET', `/v1/needs?${new URLSearchParams(words)}`)
  for (const [word, ours] of Object.entries(words))
    t.equal(
      body.errors.find(({ pointer }) => pointer === `?${word}`)?.detail,
      `Unknown parameter. Did you mean ${ours}?`,
      word,
    )
})

t.test('a wrong value of few is not proposed twice, and a category that is none is refused', async (t) => {
  const details = async (url: string, headers = {}) => {
    const { body }: Answered = await owner.call('GET', url, { headers })
    return body.errors.map(({ detail }) => detail)
  }
  t.same(await details('/v1/needs?include=totals'), ['Must be total.'])
  t.same(await details('/v1/skills?category=Desing'), [
    'There is no such category. GET /v1/skills/categories lists them. Did you mean Design?',
  ])
  t.match(await details('/v1/skills?category=nothing', { 'accept-language': 'de' }), [
    /^Diese Kategorie gibt es nicht/,
  ])
  t.match(await details('/v1/events?types=*'), [/^To receive all types, leave this out\.$/])
})

t.test('who has no token that works is told why', async (t) => {
  const detailFor = async (authorization?: string) => {
    const headers = authorization === undefined ? {} : { authorization }
    return JSON.parse((await service.app.inject({ url: '/v1/needs', headers })).payload).detail
  }
  t.match(await detailFor(), /^Send a token from/)
  const basic = `Basic ${Buffer.from('client:secret').toString('base64')}`
  t.match(await detailFor(basic), /^Only tokens are accepted here\. Send the id and secret/)
  t.match(await detailFor('Bearer abc'), /^This token is not valid here\. Get one from/)
  t.notMatch(await detailFor('Token s3cret'), 's3cret')
})

t.test('a refused token request names the scope that does not exist', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const ask = async (scope: string) =>
    JSON.parse(
      (
        await service.app.inject({
          method: 'POST',
          url: '/oauth/token',
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
          payload: new URLSearchParams({
            grant_type: 'client_credentials',
            client_id: clientId,
            client_secret: clientSecret,
            scope,
          }).toString(),
        })
      ).payload,
    )
  t.match(await ask('needs:read need:write'), {
    error: 'invalid_scope',
    error_description: 'The scope need:write does not exist. Did you mean needs:write?',
  })
  t.match(await ask('everything'), {
    error_description: /^The scope everything does not exist\. scopes_supported/,
  })
  t.match(await ask('"quoted"'), { error_description: /^One of these scopes does not exist\./ })
})

t.test('an unknown event type leads to those of its resource', async (t) => {
  const { body }: Answered = await owner.call('GET', '/v1/events?types=need.opened')
  t.match(body.errors, [{ pointer: '?types.0', detail: /Of need there are .*need\.posted/ }])
})
