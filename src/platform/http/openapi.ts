import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from './app-type.ts'
import type { DeclaredRoute } from './declared-route.ts'
import { describeDeprecation } from './deprecation.ts'
import { completeAnswers } from './openapi-answers.ts'
import { type Examples, withExamples } from './openapi-examples.ts'
import { withUploads } from './openapi-uploads.ts'
import { operationIdOf } from './operation-ids.ts'
import { type Scope, scopes } from './scopes.ts'

const description = `Small businesses, solopreneurs and nonprofits post the help they **need**; volunteers,
interns, barter partners and contractors **offer** skills; the service ranks the matches and explains each one.

This reference as an OpenAPI document: [/openapi.json](/openapi.json).

## Authentication

Get a token at \`POST /oauth/token\` with the id and secret of a client, then send it as \`Authorization: Bearer\`. The
samples read the token from the environment: \`export TOKEN\`. Their ids are examples: put yours in their place.

## Errors

Errors are RFC 9457 problem details with a stable \`code\`: [the error codes](/errors). \`errors\` lists every fault of the
request. Unknown fields and parameters are refused, never ignored.

## Idempotency

Every POST under /v1 takes an \`Idempotency-Key\`. Send a POST again with the same key if you do not know whether it
arrived: it is done once.

## Versions of a record

Every PATCH and DELETE requires \`If-Match\` with the \`ETag\` of your last read, so nobody overwrites a change unseen.

## Pagination

Lists return \`{ data, next_cursor, has_more }\`. Send \`next_cursor\` as \`cursor\`, with the same filters and order, to get the
next page.

## Limits`

/** Content of the document besides its routes. */
export interface Reference {
  /** In the order of the reference. */
  tags: readonly { name: string; description: string }[]
  examples: Examples
  /** By event type. */
  webhooks: Record<string, { post: Record<string, unknown> }>
}

/** Collects all routes registered after it into an OpenAPI 3.1 document. */
export async function registerOpenApi(
  app: App,
  { version, limits, reference }: { version: string; limits: string; reference: Reference },
): Promise<void> {
  const declared = new Map<string, DeclaredRoute>()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Smartsource',
        version,
        description: `${description}\n\n${limits}`,
        license: { name: 'MIT', identifier: 'MIT' },
        contact: { name: 'The operator of this service' },
      },
      servers: [{ url: '/', description: 'This service' }],
      tags: [...reference.tags],
      components: {
        securitySchemes: {
          client: { type: 'http', scheme: 'basic', description: 'The id and the secret of a client' },
          oauth2: {
            type: 'oauth2',
            flows: {
              clientCredentials: {
                tokenUrl: '/oauth/token',
                scopes: Object.fromEntries(scopes.map((scope) => [scope, describeScope(scope)])),
              },
            },
          },
        },
      },
    },
    transform(route) {
      const { scope, deprecated, declared: facts } = route.route.config ?? {}
      const transformed = jsonSchemaTransform(route)
      const operationId =
        facts?.operationId ??
        operationIdOf(String(route.route.method), route.url, { isList: facts?.isList ?? false })
      if (facts) declared.set(operationId, facts)
      const { description } = transformed.schema
      const described = [
        deprecated && describeDeprecation(deprecated),
        description,
        facts && describeRoute(facts, scope),
      ]
      return {
        ...transformed,
        schema: {
          ...transformed.schema,
          operationId,
          security: securityOf(scope, facts),
          description: described.filter(Boolean).join('\n\n'),
          ...(deprecated && { deprecated: true }),
        },
      }
    },
    transformObject: (document) =>
      withWebhooks(
        withExamples(
          withPairs(
            withUsedSchemas(
              withUploads(
                completeAnswers(withAnyJson(jsonSchemaTransformObject(document)), declared),
                declared,
              ),
            ),
          ),
          reference.examples,
        ),
        reference.webhooks,
      ),
  })
}

interface Parameter {
  in: string
  schema?: { type?: string }
  style?: 'deepObject'
  explode?: boolean
}

/** Objects in a query are written `metadata[key]=value`. */
function withPairs<T extends object>(document: T): T {
  const { paths = {} }: { paths?: Record<string, Record<string, { parameters?: Parameter[] }>> } = document
  const operations = Object.values(paths).flatMap((path) => Object.values(path))
  for (const { parameters = [] } of operations)
    for (const parameter of parameters)
      if (parameter.in === 'query' && parameter.schema?.type === 'object')
        Object.assign(parameter, { style: 'deepObject', explode: true })
  return document
}

/** The plugin's type of webhooks is narrower than JSON Schema. */
function withWebhooks<T extends object>(document: T, webhooks: Reference['webhooks']): T {
  return Object.assign(document, { webhooks })
}

function securityOf(
  scope: Scope | undefined,
  facts: DeclaredRoute | undefined,
): Record<string, readonly string[]>[] {
  if (scope) return [{ oauth2: [scope] }]
  // The credentials may also be in the form.
  return facts?.takesClientSecret ? [{ client: [] }, {}] : []
}

function describeScope(scope: Scope): string {
  if (scope === 'rings:operate') return 'Run clearings over the whole market. Only for operators'
  if (scope === 'clients:manage') return 'Create, disable and remove clients, and give them new secrets'
  const [resource, verb] = scope.split(':')
  return verb === 'read' ? `Read ${resource}` : `Create, change and delete ${resource}`
}

/** Describes what callers must know and the declaration of a route says. */
function describeRoute({ requiresMatch, refusals }: DeclaredRoute, scope: Scope | undefined): string {
  return [
    scope ? `Needs the scope \`${scope}\`.` : 'Takes no access token.',
    requiresMatch && 'Requires `If-Match` with the `ETag` of your last read.',
    refusals.length > 0 && `May be refused with ${refusals.map((code) => `\`${code}\``).join(', ')}.`,
  ]
    .filter(Boolean)
    .join(' ')
}

/**
 * Removes unused named schemas (each exists in a form for reading and one for writing, and most are used in
 * only one) and sorts the rest, so that the document does not depend on the order of imports.
 */
function withUsedSchemas(document: ReturnType<typeof jsonSchemaTransformObject>): typeof document {
  const components = 'components' in document ? document.components : undefined
  const schemas: Record<string, unknown> = components?.schemas ?? {}
  for (;;) {
    const text = JSON.stringify(document)
    const unused = Object.keys(schemas).filter((name) => !text.includes(`"#/components/schemas/${name}"`))
    if (unused.length === 0) {
      for (const name of Object.keys(schemas).sort()) {
        const schema = schemas[name]
        delete schemas[name]
        schemas[name] = schema
      }
      return document
    }
    for (const name of unused) delete schemas[name]
  }
}

/** Free JSON is recursive, and is referenced at a place that the document lacks: `{}` means the same. */
function withAnyJson<T>(document: T): T {
  const text = JSON.stringify(document)
  // The same document without those references.
  return JSON.parse(text.replaceAll(/\{"\$ref":"#\/components\/schemas\/__shared#[^"]*"\}/g, '{}')) as T
}
