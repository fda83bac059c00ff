import { readFile } from 'node:fs/promises'
import { runSliced } from '../../../shared/sliced-work.ts'
import type { App } from '../app-type.ts'
import { type Encodings, encode, sendEncoded } from './encodings.ts'
import { REFERENCE_PAGE, REFERENCE_POLICY, START_SCRIPT } from './reference-page.ts'
import { addSamples } from './samples.ts'
import { typedDocument } from './typed-schemas.ts'

const hidden = { schema: { hide: true } }
const JSON_TYPE = 'application/json; charset=utf-8'
const SCRIPT = 'text/javascript; charset=utf-8'

/**
 * Registers `/openapi.json` and the reference page at `/docs`. `issuer` returns the address of the service.
 */
export function registerReference(app: App, issuer: () => string): void {
  const files = {
    // Routes are complete when the app is ready. All responses send the same bytes.
    document: once(async () => encode(JSON.stringify(app.swagger()))),
    viewed: once(async () => {
      const typed = await runSliced(typedDocument(app.swagger()))
      await runSliced(addSamples(typed, issuer()))
      return encode(JSON.stringify(typed, withoutCommonHeaders))
    }),
    viewer: once(async () => encode(sayingWhy(keepingLanguage(await readFile(viewerFile(), 'utf8'))))),
  }

  app.get('/openapi.json', hidden, async (request, reply) =>
    sendEncoded(request, reply, { encodings: await files.document(), mediaType: JSON_TYPE }),
  )
  app.get('/docs/openapi.json', hidden, async (request, reply) =>
    sendEncoded(request, reply, { encodings: await files.viewed(), mediaType: JSON_TYPE }),
  )
  for (const url of ['/docs', '/docs/'])
    app.get(url, hidden, async (_request, reply) =>
      reply
        .headers({ 'content-security-policy': REFERENCE_POLICY, 'cache-control': 'no-cache' })
        .type('text/html; charset=utf-8')
        .send(REFERENCE_PAGE),
    )
  app.get('/docs/viewer.js', hidden, async (request, reply) =>
    sendEncoded(request, reply, { encodings: await files.viewer(), mediaType: SCRIPT }),
  )
  app.get('/docs/start.js', hidden, async (_request, reply) =>
    reply.header('cache-control', 'no-cache').type(SCRIPT).send(START_SCRIPT),
  )
  for (const url of ['/docs/json', '/docs/yaml'])
    app.get(url, hidden, async (_request, reply) => reply.redirect('../openapi.json', 308))
}

/** Headers of responses are nearly the same everywhere. Without them the page loads in half the time. */
function withoutCommonHeaders(key: string, value: unknown): unknown {
  return key === 'headers' && typeof value === 'object' && value !== null && 'Request-Id' in value
    ? undefined
    : value
}

/**
 * The plugin's own page needs an inline script and sends the viewer uncompressed, so only its viewer file is
 * used.
 */
function viewerFile(): URL {
  return new URL('js/standalone.js', import.meta.resolve('@scalar/fastify-api-reference'))
}

/**
 * The viewer keeps the language that a reader chose, for all operations, but only if the sample is its own. Ours are
 * the only ones, so this keeps it for them too.
 */
function keepingLanguage(viewer: string): string {
  return viewer.replaceAll('&&!t.id.startsWith("custom")&&', '&&')
}

/**
 * The viewer shows "Failed to authorize" for every refusal of a token. This shows what the service answered, as the
 * viewer's versions for Node 22 do.
 */
function sayingWhy(viewer: string): string {
  const token = '[null,r[l["x-tokenName"]||"access_token"]]'
  return viewer.replace(
    `return${token}`,
    () => `return r.error?[new Error(r.error_description||r.error),null]:${token}`,
  )
}

function once(make: () => Promise<Encodings>): () => Promise<Encodings> {
  let made: Promise<Encodings> | undefined
  return () => {
    made ??= make()
    return made
  }
}
