// @ts-check
import { orThrow } from './errors.js'
import { createImports } from './imports.js'
import { addressOf, headersOf, resultOf } from './request.js'
import { createSend } from './send.js'

export { orThrow, SmartsourceError, TokenError, WebhookError } from './errors.js'
export { verifyWebhook } from './webhooks.js'

/** @import { Smartsource, SmartsourceOptions } from './api.d.ts' */
/** @typedef {(path: string, init?: any) => Promise<any>} Verb typed in api.d.ts by its path */

/** @type {typeof import('./api.d.ts').createClient} */
export function createClient(options) {
  checkOptions(options)
  const send = createSend(options)
  /** @type {(method: string) => any} because the types of its paths are in api.d.ts */
  const verb = (method) => createVerb(method, options.url, send)
  const get = verb('GET')
  /** @type {Smartsource['fetch']} */
  const fetch = (path, { timeoutMs, signal, ...init } = {}) => {
    const isOnce = init.body instanceof ReadableStream
    const address = ownAddress(options.url, path)
    // Fetch takes a stream only with this, which the types of older Node versions lack.
    const duplex = isOnce ? { duplex: 'half' } : {}
    const newRequest = (/** @type {AbortSignal} */ ends) =>
      new Request(address, { ...init, ...duplex, signal: ends })
    return send({ newRequest, signal, timeoutMs, isOnce })
  }
  return {
    GET: get,
    PUT: verb('PUT'),
    POST: verb('POST'),
    PATCH: verb('PATCH'),
    DELETE: verb('DELETE'),
    pages: /** @type {Smartsource['pages']} */ ((path, init) => itemsOf(get, path, init)),
    fetch,
    ...createImports({ url: options.url, send, get, wait: options.wait }),
  }
}

/** @type {typeof import('./api.d.ts').ifMatch} */
export function ifMatch({ version }) {
  return { 'if-match': `"${version}"` }
}

/** @param {SmartsourceOptions} options */
function checkOptions(options) {
  for (const name of /** @type {const} */ (['url', 'clientId', 'clientSecret'])) {
    const value = options?.[name]
    if (typeof value !== 'string' || value.trim() === '')
      throw new TypeError(`${name} is missing: createClient needs url, clientId and clientSecret`)
  }
  if (!URL.canParse(options.url) || !/^https?:/.test(options.url))
    throw new TypeError(`url must be an address such as https://api.example.org, not ${options.url}`)
}

/**
 * A path or an address of the service, such as that of a `Link`. The token goes nowhere else.
 *
 * @param {string} base
 * @param {string} path
 */
function ownAddress(base, path) {
  const address = path.startsWith('/') ? `${base.replace(/\/$/, '')}${path}` : path
  if (URL.canParse(address) && new URL(address).origin === new URL(base).origin) return address
  throw new TypeError(`${path} is no path of the service at ${base}`)
}

/**
 * @param {string} method
 * @param {string} base
 * @param {ReturnType<typeof createSend>} send
 * @returns {Verb}
 */
function createVerb(method, base, send) {
  return async (path, { params, body, headers: given, signal, timeoutMs } = {}) => {
    const address = addressOf(base, path, params)
    const headers = headersOf(params?.header, given)
    const isForm = body instanceof URLSearchParams
    if (body !== undefined && !isForm && !headers.has('content-type'))
      headers.set('content-type', 'application/json')
    const text = body === undefined || isForm ? body : JSON.stringify(body)
    const newRequest = (/** @type {AbortSignal} */ ends) =>
      new Request(address, { method, headers, body: text, signal: ends })
    return resultOf(await send({ newRequest, signal, timeoutMs }))
  }
}

/**
 * @param {Verb} get
 * @param {string} path
 * @param {any} [init]
 */
async function* itemsOf(get, path, init) {
  const { params, ...rest } = init ?? {}
  for (let cursor = params?.query?.cursor; ; ) {
    const query = { ...params?.query, ...(cursor !== undefined && { cursor }) }
    const page = orThrow(await get(path, { ...rest, params: { ...params, query } }))
    yield* page.data
    // A feed has a next cursor even where nothing more is there yet.
    if (!page.has_more) return
    cursor = page.next_cursor
  }
}
