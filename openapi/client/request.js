// @ts-check
import { SmartsourceError } from './errors.js'

/**
 * @typedef {object} Params
 * @property {Record<string, unknown>} [path]
 * @property {Record<string, unknown>} [query]
 * @property {Record<string, unknown>} [header]
 */

/**
 * The address of a call. Several values of one parameter are separated by commas, as the service takes them.
 *
 * @param {string} base
 * @param {string} path such as `/v1/needs/{id}`
 * @param {Params} [params]
 */
export function addressOf(base, path, params = {}) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
    const value = params.path?.[name]
    if (value === undefined || value === null || value === '')
      throw new TypeError(`params.path.${name} is missing: ${path} needs it`)
    return encodeURIComponent(String(value))
  })
  const query = Object.entries(params.query ?? {}).flatMap(([name, value]) => {
    const values = [value].flat().filter((one) => one !== undefined && one !== null)
    return values.length === 0 ? [] : [`${name}=${values.map((one) => encodeURIComponent(String(one)))}`]
  })
  return `${base.replace(/\/$/, '')}${filled}${query.length > 0 ? `?${query.join('&')}` : ''}`
}

/**
 * @param {Record<string, unknown>} [ofParams]
 * @param {RequestInit['headers']} [ofInit] count more
 */
export function headersOf(ofParams = {}, ofInit) {
  const headers = new Headers()
  for (const [name, value] of Object.entries(ofParams))
    if (value !== undefined && value !== null) headers.set(name, String(value))
  new Headers(ofInit).forEach((value, name) => {
    headers.set(name, value)
  })
  return headers
}

/**
 * The answer of the service as data, or its refusal. What did not come from the service, such as the page of a gateway,
 * is thrown.
 *
 * @param {Response} response
 * @returns {Promise<any>} typed by the caller, who knows the path
 */
export async function resultOf(response) {
  const text = await response.text()
  const isJson = /[/+]json\b/.test(response.headers.get('content-type') ?? '')
  if (response.ok || response.status === 304) {
    const data = text === '' ? undefined : isJson ? JSON.parse(text) : text
    return { data, response }
  }
  const error = isJson ? parsedOrNull(text) : null
  if (typeof error !== 'object' || error === null || !('code' in error || 'error' in error))
    throw new SmartsourceError(response.status, null)
  return { error, response }
}

/** @param {string} text */
function parsedOrNull(text) {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
