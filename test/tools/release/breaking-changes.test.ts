import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import t from 'tap'
import { z } from 'zod'
import { breakingChanges, lineOf, unlistedIn } from '../../../src/tools/release/breaking-changes.ts'

type Schema = Record<string, unknown>
interface Given {
  request?: Schema
  answer?: Schema
  operation?: Schema
  schemas?: Schema
}

const text = { type: 'string' }
const object = (properties: Schema, more: Schema = {}) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
  ...more,
})
const query = (name: string, more: Schema = {}) => ({ in: 'query', name, schema: text, ...more })
const json = (schema: Schema) => ({ content: { 'application/json': { schema } } })

/** A document with one operation. */
function documentOf({ request = {}, answer = {}, operation = {}, schemas = {} }: Given): Schema {
  const post = { requestBody: json(request), responses: { 200: json(answer) }, ...operation }
  return { openapi: '3.1.0', paths: { '/v1/a': { post } }, components: { schemas } }
}

const changesOf = (old: Given, now: Given) =>
  breakingChanges(documentOf(old), documentOf(now)).map(({ code, where }) => `${code} ${where}`)

/** From one state to the other, and what it breaks there and on the way back. */
type Rule = [name: string, old: Given, now: Given, there: string[], back: string[]]

const inRequest = 'POST /v1/a body'
const inAnswer = 'POST /v1/a answer 200'

/** One change of a schema, where it makes it take less: what that breaks in a request breaks an answer on the way back. */
function narrowing(name: string, code: string, wide: Schema, narrow: Schema, path = ''): Rule[] {
  const at = path === '' ? '' : ` ${path}`
  return [
    [`request: ${name}`, { request: wide }, { request: narrow }, [`${code}-narrowed ${inRequest}${at}`], []],
    [`answer: ${name}`, { answer: narrow }, { answer: wide }, [`${code}-widened ${inAnswer}${at}`], []],
  ]
}

const number = { type: 'number' }
const integer = { type: 'integer' }
const list = { type: 'array', items: text }

const rules: Rule[] = [
  ...narrowing(
    'addresses in ASCII only',
    'format',
    { type: 'string', format: 'idn-email' },
    { type: 'string', format: 'email' },
  ),
  ...narrowing('another type', 'type', { type: ['string', 'number'] }, text),
  ...narrowing('no null, as a list of types', 'type', { type: ['string', 'null'] }, text),
  ...narrowing('no null, as alternatives', 'type', { anyOf: [text, { type: 'null' }] }, text),
  ...narrowing(
    'no null, from alternatives to a list',
    'type',
    { anyOf: [text, { type: 'null' }] },
    { type: ['string'] },
  ),
  ...narrowing('whole numbers alone', 'type', number, integer),
  ...narrowing('an alternative less', 'type', { oneOf: [text, number] }, { oneOf: [text] }),
  ...narrowing('fewer values', 'enum', { enum: ['a', 'b'] }, { enum: ['a'] }),
  ...narrowing('values instead of any', 'enum', text, { type: 'string', enum: ['a'] }),
  ...narrowing('one value', 'enum', { enum: ['a', 'b'] }, { const: 'b' }),
  ...narrowing('a lower maxLength', 'limit', { ...text, maxLength: 10 }, { ...text, maxLength: 5 }),
  ...narrowing('a first maxLength', 'limit', text, { ...text, maxLength: 5 }),
  ...narrowing('a higher minLength', 'limit', text, { ...text, minLength: 1 }),
  ...narrowing('a lower maximum', 'limit', { ...number, maximum: 2 }, { ...number, maximum: 1 }),
  ...narrowing('a higher minimum', 'limit', { ...number, minimum: 1 }, { ...number, minimum: 2 }),
  ...narrowing('without its limit', 'limit', { ...number, minimum: 1 }, { ...number, exclusiveMinimum: 1 }),
  ...narrowing(
    'a lower exclusiveMaximum',
    'limit',
    { ...number, exclusiveMaximum: 2 },
    { ...number, exclusiveMaximum: 1 },
  ),
  ...narrowing('fewer items', 'limit', list, { ...list, maxItems: 3 }),
  ...narrowing('more items at least', 'limit', list, { ...list, minItems: 1 }),
  ...narrowing('no item twice', 'limit', list, { ...list, uniqueItems: true }),
  ...narrowing('steps', 'multipleOf', number, { ...number, multipleOf: 2 }),
  ...narrowing('a pattern', 'pattern', text, { ...text, pattern: '^a' }),
  ...narrowing('a format', 'format', text, { ...text, format: 'date' }),
  ...narrowing('items of a list', 'limit', list, { ...list, items: { ...text, maxLength: 1 } }, '/[]'),
  ...narrowing('a property', 'type', object({ a: { type: ['string', 'null'] } }), object({ a: text }), '/a'),
  ...narrowing(
    'values of a map',
    'limit',
    object({}, { additionalProperties: text }),
    object({}, { additionalProperties: { ...text, maxLength: 1 } }),
    '/{}',
  ),
  ...narrowing(
    'keys of a map',
    'limit',
    object({}, { additionalProperties: text }),
    object({}, { additionalProperties: text, propertyNames: { ...text, maxLength: 1 } }),
    '/{}',
  ),
  ...narrowing(
    'a property of an alternative',
    'limit',
    { anyOf: [object({ a: text }), number] },
    { anyOf: [object({ a: { ...text, maxLength: 1 } }), number] },
    '/a',
  ),
  [
    'integers, said in two ways',
    { request: { ...integer, minimum: 1 } },
    { request: { ...integer, exclusiveMinimum: 0 } },
    [],
    [],
  ],
  ...narrowing(
    'a property that two schemas describe together',
    'enum',
    object({ code: { ...text, enum: ['a', 'b'] } }),
    {
      allOf: [object({ code: { ...text, enum: ['a', 'b'] } }), { properties: { code: { enum: ['a'] } } }],
    },
    '/code',
  ),
  ['a limit for another type', { request: text }, { request: { ...text, maximum: 1 } }, [], []],
  [
    'values instead of any, moved into a named schema',
    { answer: text },
    { answer: { $ref: '#/components/schemas/Text' }, schemas: { Text: text } },
    [],
    [],
  ],
  ['words about it', { request: text }, { request: { ...text, description: 'Some', title: 'Text' } }, [], []],
  ['order', { request: object({ a: text, b: text }) }, { request: object({ b: text, a: text }) }, [], []],
  [
    'request: a property more that is demanded',
    { request: object({}) },
    { request: object({ a: text }) },
    [`property-required ${inRequest} /a`],
    [`property-removed ${inRequest} /a`],
  ],
  [
    'request: a property more',
    { request: object({}) },
    { request: object({ a: text }, { required: [] }) },
    [],
    [`property-removed ${inRequest} /a`],
  ],
  [
    'request: a property that is demanded now',
    { request: object({ a: text }, { required: [] }) },
    { request: object({ a: text }) },
    [`property-required ${inRequest} /a`],
    [],
  ],
  [
    'request: other properties are refused now',
    { request: object({}, { additionalProperties: {} }) },
    { request: object({}) },
    [`property-removed ${inRequest} /{}`],
    [],
  ],
  [
    'request: another default',
    { request: { ...text, default: 'a' } },
    { request: { ...text, default: 'b' } },
    [`default-changed ${inRequest}`],
    [`default-changed ${inRequest}`],
  ],
  [
    'request: a default',
    { request: text },
    { request: { ...text, default: 'a' } },
    [],
    [`default-changed ${inRequest}`],
  ],
  [
    'answer: a property more',
    { answer: object({}) },
    { answer: object({ a: text }) },
    [],
    [`property-removed ${inAnswer} /a`],
  ],
  [
    'answer: a property that may be missing now',
    { answer: object({ a: text }) },
    { answer: object({ a: text }, { required: [] }) },
    [`property-optional ${inAnswer} /a`],
    [],
  ],
  [
    'answer: a map no more',
    { answer: object({}, { additionalProperties: text }) },
    { answer: object({}) },
    [`property-removed ${inAnswer} /{}`],
    [],
  ],
  ['answer: another default', { answer: { ...text, default: 'a' } }, { answer: text }, [], []],
  [
    'a keyword that is not known',
    { request: text },
    { request: { ...text, contentEncoding: 'base64' } },
    [`schema-changed ${inRequest}`],
    [`schema-changed ${inRequest}`],
  ],
  [
    'in a named schema: told once, by its name',
    { ...named(text) },
    { ...named({ ...text, maxLength: 1 }) },
    ['limit-narrowed A in requests /b'],
    ['limit-widened A in answers /b'],
  ],
  [
    'in one that holds itself',
    { ...holdingItself(text) },
    { ...holdingItself(number) },
    ['type-widened Tree in answers /name'],
    ['type-widened Tree in answers /name'],
  ],
  [
    'the body is demanded now',
    { operation: { requestBody: json(text) } },
    { operation: { requestBody: { ...json(text), required: true } } },
    [`body-required ${inRequest}`],
    [],
  ],
  [
    'a media type less',
    { operation: { requestBody: { content: { 'application/json': {}, 'text/csv': {} } } } },
    { operation: { requestBody: { content: { 'application/json': {} } } } },
    [`media-type-removed ${inRequest} text/csv`],
    [],
  ],
  [
    'a media type of the answer less',
    { operation: { responses: { 200: { content: { 'text/csv': {} } } } } },
    { operation: { responses: { 200: {} } } },
    [`media-type-removed ${inAnswer} text/csv`],
    [],
  ],
  [
    'an answer less',
    { operation: { responses: { 200: {}, 201: {} } } },
    { operation: { responses: { 200: {} } } },
    ['answer-removed POST /v1/a answer 201'],
    [],
  ],
  [
    'a refusal less',
    { operation: { responses: { 200: {}, 404: {} } } },
    { operation: { responses: { 200: {} } } },
    [],
    [],
  ],
  [
    'a header less',
    { operation: { responses: { 200: { headers: { ETag: {} } } } } },
    { operation: { responses: { 200: {} } } },
    [`header-removed ${inAnswer} ETag`],
    [],
  ],
  [
    'a parameter less',
    { operation: { parameters: [query('q')] } },
    { operation: { parameters: [] } },
    ['parameter-removed POST /v1/a query q'],
    [],
  ],
  [
    'a parameter more that is demanded',
    {},
    { operation: { parameters: [query('q', { required: true })] } },
    ['parameter-required POST /v1/a query q'],
    ['parameter-removed POST /v1/a query q'],
  ],
  [
    'a parameter that is demanded now',
    { operation: { parameters: [query('q')] } },
    { operation: { parameters: [query('q', { required: true })] } },
    ['parameter-required POST /v1/a query q'],
    [],
  ],
  [
    'a parameter that takes less',
    { operation: { parameters: [query('q')] } },
    { operation: { parameters: [query('q', { schema: { ...text, maxLength: 1 } })] } },
    ['limit-narrowed POST /v1/a query q'],
    [],
  ],
  [
    'a header in other letters',
    { operation: { parameters: [query('If-Match', { in: 'header' })] } },
    { operation: { parameters: [query('if-match', { in: 'header' })] } },
    [],
    [],
  ],
  [
    'another scope',
    { operation: { security: [{ oauth2: ['a:read'] }] } },
    { operation: { security: [{ oauth2: ['b:read'] }] } },
    ['scope-required POST /v1/a'],
    ['scope-required POST /v1/a'],
  ],
  ['a token at all', {}, { operation: { security: [{ oauth2: [] }] } }, ['scope-required POST /v1/a'], []],
  [
    'another scope instead, beside the old one',
    { operation: { security: [{ oauth2: ['a:read'] }] } },
    { operation: { security: [{ oauth2: ['b:read'] }, { oauth2: ['a:read'] }] } },
    [],
    ['scope-required POST /v1/a'],
  ],
]

function named(b: Schema): Given {
  const ref = { $ref: '#/components/schemas/A' }
  return {
    request: ref,
    answer: { type: 'array', items: { anyOf: [ref, { type: 'null' }] } },
    schemas: { A: object({ b }) },
  }
}

function holdingItself(name: Schema): Given {
  const ref = { $ref: '#/components/schemas/Tree' }
  return { answer: ref, schemas: { Tree: object({ name, below: { anyOf: [ref, { type: 'null' }] } }) } }
}

for (const [name, old, now, there, back] of rules)
  t.test(name, async (t) => {
    t.same(changesOf(old, now), there)
    t.same(changesOf(now, old), back)
    t.same(changesOf(now, now), [])
  })

t.test('a method or a path less', async (t) => {
  const two = { paths: { '/v1/a': { get: {}, post: {} }, '/v1/b': { get: {} } } }
  t.same(breakingChanges(two, { paths: { '/v1/a': { get: {} } } }).map(lineOf), [
    '`operation-removed` `POST /v1/a`',
    '`operation-removed` `GET /v1/b`',
  ])
  t.same(breakingChanges({ paths: { '/v1/a': { get: {} } } }, two), [])
})

t.test('the whole document does not break itself', async (t) => {
  const document = JSON.parse(readFileSync(new URL('../../../openapi/openapi.json', import.meta.url), 'utf8'))
  t.same(breakingChanges(document, document), [])
  const now = structuredClone(document)
  delete now.components.schemas.Need.properties.title
  t.match(breakingChanges(document, now).map(lineOf), ['`property-removed` `Need in answers /title`'])
})

t.test('only what stands under Breaking of Unreleased is named', async (t) => {
  const change = { code: 'operation-removed', where: 'GET /v1/a' }
  const changelog = (unreleased: string, released = '') =>
    `# Changelog\n\n## Unreleased\n\n${unreleased}\n\n## 0.1.0\n\n${released}\n`
  const line = `* ${lineOf(change)}: use \`GET /v1/b\`.`
  t.same(unlistedIn(changelog(`Words.\n\n### Breaking\n\n${line}`), [change]), [])
  t.same(unlistedIn(changelog(`### Breaking\n\n${line}\n\n### Else\n\nMore.`), [change]), [])
  for (const text of [
    changelog(line),
    changelog(`### Breaking\n\n* \`operation-removed\` \`GET /v1\``),
    changelog(`### Breaking\n\nNothing.\n\n### Else\n\n${line}`),
    changelog('', `### Breaking\n\n${line}`),
  ])
    t.same(unlistedIn(text, [change]), [change])
})

/** Small schemas, and values that are near their limits. */
const limit = fc.option(fc.integer({ min: 0, max: 3 }), { nil: undefined })
const { schema: schemas } = fc.letrec<{ schema: Schema }>((tie) => ({
  schema: fc.oneof(
    { maxDepth: 2, withCrossShrink: true },
    fc.record({ type: fc.constant('string'), minLength: limit, maxLength: limit }).map(defined),
    fc
      .record({
        type: fc.constantFrom('number', 'integer'),
        minimum: limit,
        exclusiveMaximum: limit,
        multipleOf: fc.constantFrom(undefined, 2),
      })
      .map(defined),
    fc.record({ enum: fc.uniqueArray(fc.constantFrom('a', 'bb', 1, 2, null), { minLength: 1 }) }),
    fc.record({ type: fc.constant('array'), items: tie('schema'), maxItems: limit }).map(defined),
    fc.record({ anyOf: fc.array(tie('schema'), { minLength: 1, maxLength: 3 }) }),
    fc
      .record({
        properties: fc.dictionary(fc.constantFrom('a', 'b'), tie('schema')),
        demanded: fc.subarray(['a', 'b']),
      })
      // Where others are taken too they are ignored, and one with a name may come.
      .map(({ properties, demanded }) =>
        object(properties, { required: demanded.filter((name) => name in properties) }),
      ),
  ),
}))
const { value: values } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 2 },
    fc.constantFrom('', 'a', 'bb', 'ccc', 'dddd', null, 0, 0.5, 1, 2, 2.5, 3, 4),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b'), tie('value')),
  ),
}))

function defined(schema: Schema): Schema {
  return JSON.parse(JSON.stringify(schema))
}

t.test('where a request is not broken, all that was taken is taken', async (t) => {
  let kept = 0
  fc.assert(
    fc.property(schemas, schemas, fc.array(values, { minLength: 20, maxLength: 20 }), (old, now, sent) => {
      if (changesOf({ request: old }, { request: now }).length > 0) return
      const [took, takes] = [z.fromJSONSchema(old), z.fromJSONSchema(now)]
      for (const value of sent.filter((one) => took.safeParse(one).success)) {
        kept++
        if (!takes.safeParse(value).success) throw new Error(`${JSON.stringify(value)} is refused`)
      }
    }),
    { numRuns: 10_000 },
  )
  t.ok(kept > 100, `${kept} values were held against it`)
})
