// @ts-check
import createFetchClient from 'openapi-fetch'
import { createSend } from './send.js'

/** @import { Problem } from './client.d.ts' */

/** @type {import('./client.d.ts').createClient} */
export function createClient(options) {
  const send = createSend(options)
  /** @type {import('openapi-fetch').Client<import('./client.d.ts').paths, import('./client.d.ts').Media>} */
  const client = createFetchClient({
    baseUrl: options.url,
    // As the service takes several values of one parameter: `kinds=volunteer,intern`.
    querySerializer: { array: { style: 'form', explode: false } },
    fetch: (request) => send(() => request.clone()),
  })
  return Object.assign(client, {
    /** @type {import('./client.d.ts').Smartsource['fetch']} */
    fetch: (path, init) => send(() => new Request(new URL(path, options.url), init)),
    pages: /** @type {import('./client.d.ts').Smartsource['pages']} */ (
      (path, init) => itemsOf(/** @type {any} because only the caller knows the path */ (client), path, init)
    ),
  })
}

/**
 * @param {{ GET(path: string, init: object): Promise<{ data?: any, error?: unknown, response: Response }> }} client
 * @param {string} path
 * @param {any} [init]
 */
async function* itemsOf(client, path, init) {
  const { params, ...rest } = init ?? {}
  for (let cursor = params?.query?.cursor; ; ) {
    const query = { ...params?.query, ...(cursor !== undefined && { cursor }) }
    const page = orThrow(await client.GET(path, { ...rest, params: { ...params, query } }))
    yield* page.data
    // A feed tells where to go on also where nothing more is there yet.
    const isLast = page.has_more === undefined ? page.next_cursor === null : !page.has_more
    if (isLast) return
    cursor = page.next_cursor
  }
}

/** @type {import('./client.d.ts').orThrow} */
export function orThrow({ data, error, response }) {
  if (response.ok && data !== undefined && data !== null) return data
  throw new SmartsourceError(response.status, isProblem(error) ? error : null)
}

export class SmartsourceError extends Error {
  /**
   * @param {number} status
   * @param {Problem | null} problem
   */
  constructor(status, problem) {
    const faults = (problem?.errors ?? []).map(({ pointer, detail }) => `${pointer}: ${detail}`.trim())
    super(problem ? [problem.detail, ...faults].join(' ') : `the service answered ${status}`)
    this.name = 'SmartsourceError'
    this.status = status
    this.problem = problem
  }
}

export { TokenError } from './send.js'

/**
 * @param {unknown} error
 * @returns {error is Problem}
 */
function isProblem(error) {
  return (
    typeof error === 'object' && error !== null && 'code' in error && 'detail' in error && 'errors' in error
  )
}
