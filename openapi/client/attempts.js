// @ts-check
const DEFAULT_ATTEMPTS = 5
const DEFAULT_TIMEOUT_MS = 60_000
const FIRST_DELAY_MS = 250
const LONGEST_DELAY_MS = 30_000
/** Refused before anything was done. */
const NOT_DONE = new Set([429, 503])
/** Answered by a gateway: perhaps it was done. */
const PERHAPS_DONE = new Set([502, 504])
/** Doing them twice is doing them once: the client gives each POST an Idempotency-Key. */
const REPEATABLE = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'POST'])

/**
 * One request as often as it is needed. `newRequest` is called for each attempt, with the signal that ends it.
 *
 * @typedef {object} Call
 * @property {(signal: AbortSignal) => Request} newRequest
 * @property {AbortSignal | null} [signal] of the caller: ends the attempts and the waiting between them
 * @property {number} [timeoutMs] for one attempt
 * @property {boolean} [isOnce] its body is a stream, which cannot be sent again
 */

/**
 * Makes the function that sends a request again where that may help and can do no harm. A PATCH or DELETE that was not
 * answered is not repeated: it demands the version that it may itself have changed.
 *
 * @param {import('./api.d.ts').SmartsourceOptions} options
 * @returns {(call: Call) => Promise<Response>}
 */
export function createAttempts(options) {
  const { attempts = DEFAULT_ATTEMPTS, wait = waitFor, fetch = globalThis.fetch } = options

  return async ({ newRequest, signal, timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS, isOnce }) => {
    for (let attempt = 1; ; attempt++) {
      signal?.throwIfAborted()
      const deadline = startDeadline(timeoutMs)
      const request = newRequest(signal ? AbortSignal.any([signal, deadline.signal]) : deadline.signal)
      const isLast = isOnce || attempt >= attempts
      let answer
      try {
        answer = await fetch(request)
      } catch (error) {
        if (isLast || signal?.aborted || !REPEATABLE.has(request.method)) throw error
      } finally {
        deadline.clear()
      }
      if (answer && (isLast || !(await mayHelp(request, answer)))) return answer
      const delayMs = Math.max(backOffMs(attempt), retryAfterMs(answer))
      if (answer && delayMs > LONGEST_DELAY_MS) return answer
      await answer?.body?.cancel()
      await wait(delayMs, signal ?? new AbortController().signal)
    }
  }
}

/** Ends an attempt that is not answered in time. The body of an answer may take longer. @param {number} timeoutMs */
function startDeadline(timeoutMs) {
  const controller = new AbortController()
  const message = `no answer within ${timeoutMs} ms`
  const timer = Number.isFinite(timeoutMs)
    ? setTimeout(() => controller.abort(new DOMException(message, 'TimeoutError')), timeoutMs)
    : undefined
  return { signal: controller.signal, clear: () => clearTimeout(timer) }
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

/** Seconds, or a date as gateways send it. @param {Response | undefined} answer */
function retryAfterMs(answer) {
  const text = answer?.headers.get('retry-after') ?? '0'
  const ms = /^\d+$/.test(text) ? Number(text) * 1000 : Date.parse(text) - Date.now()
  return Number.isFinite(ms) ? Math.max(0, ms) : 0
}

/**
 * @param {number} ms
 * @param {AbortSignal} signal
 * @returns {Promise<void>}
 */
export function waitFor(ms, signal) {
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
