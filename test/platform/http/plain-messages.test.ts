import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import t from 'tap'
import { methodOf, routeCases } from '../../support/route-cases.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

/*
 * What zod says of wrong input is for programmers. Every route is sent wrong values of every kind, made from its own
 * declaration, and no answer may hold any of zod's words.
 */

interface Schema {
  $ref?: string
  type?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
}
interface Operation {
  parameters?: { name: string; in: string }[]
  requestBody?: { content: Record<string, { schema: Schema }> }
}
interface Document {
  paths: Record<string, Record<string, Operation>>
  components: { schemas: Record<string, Schema> }
}

/** The fixed parts of the messages in zod's own English. */
function wordsOfZod(): string[] {
  const locale = createRequire(import.meta.url).resolve('zod/v4/locales/en.js')
  const source = readFileSync(locale, 'utf8')
  const texts = [...source.matchAll(/return [`"]([^`"$]{6,})/g)].map(([, text = '']) => text.trim())
  return [...new Set([...texts, 'expected ', 'received ', 'undefined', '[object Object]'])]
}

const words = wordsOfZod()
// The programs of the route cases end in 2027.
const service = await startTestService(t, { clock: () => new Date('2026-11-20T17:00:00Z') })
const cases = routeCases(service)
await service.app.ready()
const document: Document = JSON.parse(JSON.stringify(service.app.swagger()))
const owner = await service.newPartner()
const world = await postWorld(owner)

/** All messages of all routes. */
const seen = new Set<string>()
/** Messages that a reader of German gets in English. */
const untranslated = new Set<string>()

const wrongLeaves: unknown[] = [
  null,
  true,
  -1,
  1.5,
  1e300,
  '',
  ' ',
  'x'.repeat(20_000),
  '\u0000',
  'not-a-value',
  [],
  {},
  [[{}]],
]

/** A value of the schema's shape in which each leaf is wrong in one way, with an unknown field in each object. */
function wrongValue(schema: Schema, leaf: unknown, depth = 0): unknown {
  const name = schema.$ref?.split('/').at(-1)
  const named = name === undefined ? schema : (document.components.schemas[name] ?? {})
  const branches = named.anyOf ?? named.oneOf
  if (branches && depth < 6) return wrongValue(branches[depth % branches.length] ?? {}, leaf, depth + 1)
  if (named.properties && depth < 6) {
    const fields = Object.entries(named.properties).map(([key, one]) => [
      key,
      wrongValue(one, leaf, depth + 1),
    ])
    return { ...Object.fromEntries(fields), [`${Object.keys(named.properties)[0] ?? 'a'}x`]: leaf }
  }
  if (named.items && depth < 6) return [wrongValue(named.items, leaf, depth + 1)]
  return leaf
}

t.test("zod's own file yields the words that no answer may hold", async (t) => {
  for (const word of [
    'Invalid input: expected',
    'Too big: expected',
    'Unrecognized key',
    'Invalid option: expected one of',
  ])
    t.ok(words.includes(word), word)
})

for (const [route, routeCase] of Object.entries(cases)) {
  const [, path = ''] = route.split(' ')
  const method = methodOf(route)
  const operation = document.paths[path]?.[method.toLowerCase()]
  const body = operation?.requestBody?.content['application/json']?.schema
  const parameters = (operation?.parameters ?? []).filter((one) => one.in === 'query').map(({ name }) => name)
  if (!body && parameters.length === 0) continue
  t.test(`${route}: no answer to wrong input holds zod's words`, async (t) => {
    const url = routeCase.url(world)
    const given = routeCase.options?.(world) ?? {}
    const requests: { url: string; body?: unknown }[] = []
    if (body) {
      for (const leaf of wrongLeaves)
        requests.push({ url, body: wrongValue(body, leaf) }, { url, body: leaf ?? [] })
      requests.push({ url, body: {} })
    }
    const base = url.split('?')[0] ?? ''
    for (const leaf of ['', 'x', '-1', '1e9', 'true', '%00'])
      requests.push({
        url: `${base}?${[...parameters, 'no_such'].map((name) => `${name}=${leaf}`).join('&')}`,
      })
    const wrong: string[] = []
    for (const { url, body } of requests) {
      const reply = await owner.call(method, url, { ...given, ...(body !== undefined && { body }) })
      if (reply.status < 400 || reply.status >= 500) continue
      const { detail, errors } = reply.body as {
        detail: string
        errors: { pointer: string; detail: string }[]
      }
      for (const message of [detail, ...errors.map((one) => one.detail)]) {
        seen.add(message)
        if (words.some((word) => message.includes(word))) wrong.push(message)
        if (!/^[A-Z\d][^^]*[.?!]$/s.test(message)) wrong.push(`no sentence: ${message}`)
      }
      if (reply.status === 422) {
        const headers = { ...given.headers, 'accept-language': 'de' }
        const german = await owner.call(method, url, {
          ...given,
          headers,
          ...(body !== undefined && { body }),
        })
        for (const [at, one] of errors.entries())
          if (german.body.errors[at]?.detail === one.detail) untranslated.add(one.detail)
      }
      const pointers = errors.map((one) => one.pointer).filter((pointer) => pointer !== '')
      if (new Set(pointers).size !== pointers.length) wrong.push(`a second fault: ${JSON.stringify(errors)}`)
    }
    t.same([...new Set(wrong)], [])
  })
}

t.test('the wrong input was of every kind', async (t) => {
  const kinds = [
    'This is required.',
    /^Unknown field/,
    /^Must be text/,
    /^Must be a number/,
    /^Must be a whole number/,
    /^Must be true or false/,
    /^Must be a list/,
    /^Must be an object/,
    /^Must be text or an object/,
    /^Must be volunteer, intern, barter or paid/,
    /^Must have at most \d/,
    /^Must not be empty/,
    /^Must not be blank/,
    /^Must be at least/,
    /^Must be more than/,
    /^Must be at most/,
    /^Must be an e-mail address/,
    /^Must be the address of a web page/,
    /^Must be a date, /,
    /^Must be a date and time/,
    /^Must be an id such as/,
    /^Must be the name of a time zone/,
  ]
  for (const kind of kinds)
    t.ok(
      [...seen].some((message) => (typeof kind === 'string' ? message === kind : kind.test(message))),
      String(kind),
    )
})

t.test('every fault comes in the language of the reader', async (t) => {
  t.same([...untranslated], [])
})

t.test('problems say in which language they are', async (t) => {
  const body = { name: '', kind: 'club', contact: 7, time_zone: 'Nowhere', languages: ['en'], zebra: 1 }
  const ask = (language: string) =>
    owner.call('POST', '/v1/organizations', { body, headers: { 'accept-language': language } })
  const german = await ask('de-AT,en;q=0.5')
  t.equal(german.headers['content-language'], 'de')
  t.match(german.headers.vary, /accept-language/i)
  t.match(german.body, {
    code: 'validation_failed',
    title: 'Ungültige Werte',
    detail: '5 Werte sind ungültig; siehe errors.',
  })
  const byPointer = new Map(
    german.body.errors.map((one: { pointer: string; detail: string }) => [one.pointer, one.detail]),
  )
  t.equal(byPointer.get('/name'), 'Darf nicht leer sein.')
  t.equal(byPointer.get('/kind'), 'Muss solopreneur, small_business oder nonprofit sein.')
  t.equal(byPointer.get('/contact'), 'Muss ein Objekt mit name und email sein.')
  t.equal(byPointer.get('/zebra'), 'Unbekanntes Feld. Entfernen Sie das.')
  t.equal(byPointer.get('/time_zone'), 'Muss der Name einer Zeitzone sein, etwa Europe/Berlin.')
  for (const language of ['en', '*', 'xx']) {
    const { headers, body } = await ask(language)
    t.equal(headers['content-language'], undefined)
    t.match(body.detail, /^5 values are invalid/)
  }
})
