// @ts-check
const DEFAULT_ATTEMPTS = 5
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 30_000
/** A token is renewed so long before it ends. */
const RENEW_BEFORE_MS = 60_000
/** Refused before anything was done. */
const NOT_DONE = new Set([429, 503])
/** Said by what stands between: perhaps it was done. */
const PERHAPS_DONE = new Set([502, 504])
/** Doing them twice is doing them once; a POST has its Idempotency-Key. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST'])

/**
 * Makes the function that sends a request with a token, and sends it again where that may help and can do no harm.
 * A PATCH or DELETE that was not answered is not repeated: it demands the version that it may itself have changed.
 *
 * @param {import('./client.d.ts').SmartsourceOptions} options
 * @returns {(newRequest: () => Request) => Promise<Response>}
 */
export function createSend(options) {
  const { attempts = DEFAULT_ATTEMPTS, wait = waitFor, fetch = globalThis.fetch, language } = options
  const tokens = createTokens(options, (newRequest) => sendOften(newRequest))

  /** @param {() => Request} newRequest */
  async function sendOften(newRequest) {
    for (let attempt = 1; ; attempt++) {
      const request = newRequest()
      const isLast = attempt >= attempts
      let answer
      try {
        answer = await fetch(request)
      } catch (error) {
        if (isLast || request.signal.aborted || !REPEATABLE.has(request.method)) throw error
      }
      if (answer && (isLast || !(await mayHelp(request, answer)))) return answer
      const delayMs = Math.max(backOffMs(attempt), retryAfterMs(answer))
      if (answer && delayMs > LONGEST_DELAY_MS) return answer
      await answer?.body?.cancel()
      await wait(delayMs, request.signal)
    }
  }

  return async (newRequest) => {
    const idempotencyKey = crypto.randomUUID()
    /** @param {string} token */
    const withToken = (token) => () => {
      const request = newRequest()
      request.headers.set('authorization', `Bearer ${token}`)
      if (request.method === 'POST' && !request.headers.has('idempotency-key'))
        request.headers.set('idempotency-key', idempotencyKey)
      if (language !== undefined && !request.headers.has('accept-language'))
        request.headers.set('accept-language', language)
      return request
    }
    const token = await tokens.current()
    const answer = await sendOften(withToken(token))
    if (answer.status !== 401) return answer
    await answer.body?.cancel()
    tokens.forget(token)
    return sendOften(withToken(await tokens.current()))
  }
}

/**
 * @param {Request} request
 * @param {Response} answer
 */
async function mayHelp({ method }, answer) {
  if (NOT_DONE.has(answer.status)) return true
  if (PERHAPS_DONE.has(answer.status)) return REPEATABLE.has(method)
  if (answer.status !== 409 || method !== 'POST') return false
  const text = await answer.clone().text()
  return text.includes('"idempotency_key_in_use"')
}

/** Longer each time, and never the same for all who wait. @param {number} attempt */
function backOffMs(attempt) {
  return Math.random() * Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** (attempt - 1))
}

/** @param {Response | undefined} answer */
function retryAfterMs(answer) {
  const seconds = Number(answer?.headers.get('retry-after') ?? 0)
  return Number.isFinite(seconds) ? seconds * 1000 : 0
}

/**
 * @param {import('./client.d.ts').SmartsourceOptions} options
 * @param {(newRequest: () => Request) => Promise<Response>} send
 */
function createTokens({ url, clientId, clientSecret, scope }, send) {
  /** @type {{ token: Promise<string>, value: string | null, renewAtMs: number } | null} */
  let kept = null

  /** @returns {Promise<{ access_token: string, expires_in: number }>} */
  async function fetchToken() {
    const credentials = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) })
    const headers = { authorization: `Basic ${btoa(credentials)}` }
    const answer = await send(
      () => new Request(new URL('/oauth/token', url), { method: 'POST', headers, body }),
    )
    const given = /** @type {any} of the service, or of what stands before it */ (
      await answer.json().catch(() => ({}))
    )
    if (answer.ok) return given
    throw new TokenError(answer.status, given.error ?? given.code ?? String(answer.status))
  }

  function renew() {
    const own = {
      renewAtMs: Number.POSITIVE_INFINITY,
      /** @type {string | null} */
      value: null,
      token: fetchToken().then((given) => {
        own.value = given.access_token
        own.renewAtMs = Date.now() + given.expires_in * 1000 - RENEW_BEFORE_MS
        return given.access_token
      }),
    }
    // The next one tries anew.
    own.token.catch(() => {
      if (kept === own) kept = null
    })
    kept = own
    return own
  }

  return {
    /** All who ask at once wait for the same one. */
    current() {
      return (kept && Date.now() < kept.renewAtMs ? kept : renew()).token
    },
    /** @param {string} token */
    forget(token) {
      if (kept?.value === token) kept = null
    },
  }
}

export class TokenError extends Error {
  /**
   * @param {number} status
   * @param {string} code
   */
  constructor(status, code) {
    super(`no token for this client: ${code}`)
    this.name = 'TokenError'
    this.status = status
    this.code = code
  }
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
function waitFor(ms, signal) {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason)
    const end = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', end)
      resolve()
    }, ms)
    signal.addEventListener('abort', end, { once: true })
  })
}
