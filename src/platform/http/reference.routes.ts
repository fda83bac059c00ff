import { createHash } from 'node:crypto'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import swaggerUi from '@fastify/swagger-ui'
import Negotiator from 'negotiator'
import type { App } from './app-type.ts'
import { answeredNotModified } from './preconditions.ts'

/** Close to the smallest size, in a tenth of the time of the highest quality. */
const BROTLI_QUALITY = 9
const ENCODINGS = ['br', 'gzip', 'identity'] as const

interface Encoded {
  etag: string
  body: Buffer
}
type Encodings = Readonly<Record<(typeof ENCODINGS)[number], Encoded>>

/** The document at `/openapi.json`, and the reference page at `/docs`. */
export async function registerReference(app: App): Promise<void> {
  let made: Promise<Encodings> | undefined
  app.get('/openapi.json', { schema: { hide: true } }, async (request, reply) => {
    // Routes are complete once the app is ready. Every answer sends the same bytes.
    made ??= encode(JSON.stringify(app.swagger()))
    const encodings = await made
    const encoding = encodingFor(request.headers)
    const { etag, body } = encodings[encoding]
    reply.headers({ vary: 'Accept-Encoding', 'cache-control': 'no-cache' })
    if (answeredNotModified(request, reply, etag)) return reply
    if (encoding !== 'identity') reply.header('content-encoding', encoding)
    return reply.header('etag', etag).type('application/json; charset=utf-8').send(body)
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    uiConfig: { docExpansion: 'list', deepLinking: true },
    uiHooks: {
      // The plugin writes the document anew for each request of its own addresses.
      onRequest(request, reply, next) {
        const { url = '' } = request.routeOptions
        if (url === '/docs/json' || url === '/docs/yaml') reply.redirect('../openapi.json', 308)
        else next()
      },
    },
  })
}

/** The encoding that the client prefers, and `identity` if it names none of ours. */
function encodingFor(headers: Negotiator.Headers): keyof Encodings {
  const wanted = new Negotiator({ headers }).encoding([...ENCODINGS])
  return ENCODINGS.find((encoding) => encoding === wanted) ?? 'identity'
}

async function encode(text: string): Promise<Encodings> {
  const identity = Buffer.from(text)
  const [br, gzipped] = await Promise.all([
    promisify(brotliCompress)(identity, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
        [constants.BROTLI_PARAM_SIZE_HINT]: identity.length,
      },
    }),
    promisify(gzip)(identity),
  ])
  const hash = createHash('sha256').update(identity).digest('base64url').slice(0, 22)
  return {
    br: { etag: `"${hash}-br"`, body: br },
    gzip: { etag: `"${hash}-gzip"`, body: gzipped },
    identity: { etag: `"${hash}"`, body: identity },
  }
}
