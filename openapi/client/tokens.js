// @ts-check
import { TokenError } from './errors.js'

/** A token is renewed so long before it ends. */
const RENEW_BEFORE_MS = 60_000

/**
 * The token of a client: fetched once for all calls that wait for it, and anew before it ends.
 *
 * @param {import('./api.d.ts').SmartsourceOptions} options
 * @param {(call: import('./attempts.js').Call) => Promise<Response>} send
 */
export function createTokens({ url, clientId, clientSecret, scope }, send) {
  /** @type {{ token: Promise<string>, value: string | null, renewAtMs: number } | null} */
  let kept = null

  /** @returns {Promise<{ access_token: string, expires_in: number }>} */
  async function fetchToken() {
    const credentials = `${encodeURIComponent(clientId)}:${encodeURIComponent(clientSecret)}`
    const body = new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) })
    const headers = { authorization: `Basic ${btoa(credentials)}` }
    const address = `${url.replace(/\/$/, '')}/oauth/token`
    const answer = await send({
      newRequest: (signal) => new Request(address, { method: 'POST', headers, body, signal }),
    })
    const given = /** @type {any} of the service, or of what stands before it */ (
      await answer.json().catch(() => ({}))
    )
    if (answer.ok) return given
    const code = given.error ?? given.code ?? String(answer.status)
    throw new TokenError(answer.status, code, given.error_description ?? given.detail)
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
    /** All who ask at once wait for the same one, each until its own signal. @param {AbortSignal | null} [signal] */
    current(signal) {
      const { token } = kept && Date.now() < kept.renewAtMs ? kept : renew()
      return signal ? untilAborted(token, signal) : token
    },
    /** @param {string} token */
    forget(token) {
      if (kept?.value === token) kept = null
    },
  }
}

/**
 * @template T
 * @param {Promise<T>} work
 * @param {AbortSignal} signal
 * @returns {Promise<T>}
 */
function untilAborted(work, signal) {
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason)
    if (signal.aborted) return end()
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}
