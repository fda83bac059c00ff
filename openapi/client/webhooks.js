// @ts-check
import { WebhookError } from './errors.js'

const DEFAULT_TOLERANCE_SECONDS = 300
const PREFIX = 'whsec_'

/** @type {typeof import('./api.d.ts').verifyWebhook} */
export async function verifyWebhook({ body, headers, secrets, toleranceSeconds, now = new Date() }) {
  const id = headerOf(headers, 'webhook-id')
  const timestamp = headerOf(headers, 'webhook-timestamp')
  const signatures = headerOf(headers, 'webhook-signature')
  const bytes = typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body)
  if (!/^\d{1,12}$/.test(timestamp)) throw new WebhookError('webhook-timestamp is not a time in seconds')
  const keys = [secrets].flat()
  if (keys.length === 0)
    throw new TypeError('secrets is empty: a message is verified with the secret of its endpoint')
  const signed = joined(new TextEncoder().encode(`${id}.${timestamp}.`), bytes)
  const verified = await Promise.all(keys.map((secret) => isSignedWith(secret, signed, signatures)))
  if (!verified.includes(true)) throw new WebhookError('no signature of the message is of these secrets')
  const ageSeconds = now.getTime() / 1000 - Number(timestamp)
  if (Math.abs(ageSeconds) > (toleranceSeconds ?? DEFAULT_TOLERANCE_SECONDS))
    throw new WebhookError(`the message was signed at another time: ${Math.round(ageSeconds)} seconds ago`)
  return JSON.parse(new TextDecoder().decode(bytes))
}

/**
 * Whether one of the signatures is of this secret. The platform compares them in constant time.
 *
 * @param {string} secret
 * @param {Uint8Array<ArrayBuffer>} signed
 * @param {string} signatures such as `v1,abc= v1,def=`
 */
async function isSignedWith(secret, signed, signatures) {
  const bytes = bytesOf(secret?.startsWith(PREFIX) ? secret.slice(PREFIX.length) : '')
  if (!bytes || bytes.length === 0)
    throw new TypeError(`a secret of a webhook endpoint begins with ${PREFIX}: pass it as it was answered`)
  const algorithm = { name: 'HMAC', hash: 'SHA-256' }
  const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['verify'])
  for (const signature of signatures.split(' ')) {
    const [version, text = ''] = signature.split(',')
    const given = version === 'v1' ? bytesOf(text) : null
    if (given && (await crypto.subtle.verify('HMAC', key, given, signed))) return true
  }
  return false
}

/** @param {string} base64 @returns {Uint8Array<ArrayBuffer> | null} */
function bytesOf(base64) {
  try {
    return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
  } catch {
    return null
  }
}

/** @param {Uint8Array} one @param {Uint8Array} other */
function joined(one, other) {
  const both = new Uint8Array(one.length + other.length)
  both.set(one)
  both.set(other, one.length)
  return both
}

/**
 * @param {import('./api.d.ts').WebhookHeaders} headers
 * @param {string} name
 */
function headerOf(headers, name) {
  const found =
    headers instanceof Headers
      ? headers.get(name)
      : Object.entries(headers).find(([key]) => key.toLowerCase() === name)?.[1]
  const value = Array.isArray(found) ? found[0] : found
  if (typeof value !== 'string' || value === '') throw new WebhookError(`the header ${name} is missing`)
  return value
}
