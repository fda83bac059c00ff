import swagger from '@fastify/swagger'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { App } from './app-type.ts'
import { describeDeprecation } from './deprecation.ts'
import { completeAnswers } from './openapi-answers.ts'
import type { DeclaredRoute } from './router.ts'
import { scopes } from './scopes.ts'

const description = `Small businesses, solopreneurs and nonprofits post the help they **need**; volunteers,
interns, barter partners and contractors **offer** skills; the service ranks the matches and explains each one.

Get a token at \`POST /oauth/token\`, then send it as \`Authorization: Bearer\`. Errors are RFC 9457 problem details.
Every POST under /v1 takes an \`Idempotency-Key\`; every PATCH and DELETE requires \`If-Match\`.`

/** Collects every route registered after it into an OpenAPI 3.1 document. */
export async function registerOpenApi(
  app: App,
  { version, limits }: { version: string; limits: string },
): Promise<void> {
  const declared = new Map<string, DeclaredRoute>()
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: { title: 'Smartsource', version, description: `${description}\n\n${limits}` },
      components: {
        securitySchemes: {
          oauth2: {
            type: 'oauth2',
            flows: {
              clientCredentials: {
                tokenUrl: '/oauth/token',
                scopes: Object.fromEntries(scopes.map((scope) => [scope, scope.replace(':', ', ')])),
              },
            },
          },
        },
      },
    },
    transform(route) {
      const operationId = operationIdOf(String(route.route.method), route.url)
      if (route.route.config?.declared) declared.set(operationId, route.route.config.declared)
      const transformed = jsonSchemaTransform(route)
      const { scope, deprecated } = route.route.config ?? {}
      const described = [deprecated && describeDeprecation(deprecated), transformed.schema.description]
      return {
        ...transformed,
        schema: {
          ...transformed.schema,
          operationId,
          ...(scope && { security: [{ oauth2: [scope] }] }),
          ...(deprecated && { deprecated: true, description: described.filter(Boolean).join('\n\n') }),
        },
      }
    },
    transformObject: (document) =>
      withUsedSchemas(completeAnswers(withAnyJson(jsonSchemaTransformObject(document)), declared)),
  })
}

/** `GET /v1/needs/:id/matches` → `getNeedsIdMatches`. */
function operationIdOf(method: string, url: string): string {
  const words = url
    .replace(/^\/v1/, '')
    .split(/[^A-Za-z0-9]+/)
    .filter((word) => word !== '')
  return method.toLowerCase() + words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')
}

/**
 * Drops the named schemas that nothing refers to (each comes in a form for reading and one for writing, and most are
 * used in one form only) and sorts the rest, so that the document does not depend on the order of imports.
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

/** JSON of any form can hold itself, and is referred to in a place that the document lacks: `{}` says the same. */
function withAnyJson<T>(document: T): T {
  const text = JSON.stringify(document)
  // The same document, but for those references.
  return JSON.parse(text.replaceAll(/\{"\$ref":"#\/components\/schemas\/__shared#[^"]*"\}/g, '{}')) as T
}
