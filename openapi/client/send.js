// @ts-check
import { createAttempts } from './attempts.js'
import { createTokens } from './tokens.js'

/**
 * Makes the function that sends a request with a token, the language of the reader and, for a POST, an Idempotency-Key
 * that stays the same in all attempts. A token that was refused is renewed once.
 *
 * @param {import('./api.d.ts').SmartsourceOptions} options
 * @returns {(call: import('./attempts.js').Call) => Promise<Response>}
 */
export function createSend(options) {
  const { language } = options
  const attempt = createAttempts(options)
  const tokens = createTokens(options, attempt)

  return async (call) => {
    const idempotencyKey = crypto.randomUUID()
    /** @param {string} token */
    const withToken = (token) => ({
      ...call,
      /** @param {AbortSignal} signal */
      newRequest: (signal) => {
        const request = call.newRequest(signal)
        request.headers.set('authorization', `Bearer ${token}`)
        if (request.method === 'POST' && !request.headers.has('idempotency-key'))
          request.headers.set('idempotency-key', idempotencyKey)
        if (language !== undefined && !request.headers.has('accept-language'))
          request.headers.set('accept-language', language)
        return request
      },
    })
    const token = await tokens.current(call.signal)
    const answer = await attempt(withToken(token))
    if (answer.status !== 401 || call.isOnce) return answer
    await answer.body?.cancel()
    tokens.forget(token)
    return attempt(withToken(await tokens.current(call.signal)))
  }
}
