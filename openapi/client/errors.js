// @ts-check

/** @import { Problem } from './api.d.ts' */

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

export class TokenError extends Error {
  /**
   * @param {number} status
   * @param {string} code
   * @param {string} [description]
   */
  constructor(status, code, description) {
    super(`no token for this client: ${code}${description ? `. ${description}` : ''}`)
    this.name = 'TokenError'
    this.status = status
    this.code = code
  }
}

export class WebhookError extends Error {
  /** @param {string} message */
  constructor(message) {
    super(message)
    this.name = 'WebhookError'
  }
}

/** @type {typeof import('./api.d.ts').orThrow} */
export function orThrow({ data, error, response }) {
  // A 304 says that nothing has changed.
  if (response.ok || response.status === 304)
    return /** @type {any} because only the caller knows it */ (data)
  throw new SmartsourceError(response.status, isProblem(error) ? error : null)
}

/**
 * @param {unknown} error
 * @returns {error is Problem}
 */
export function isProblem(error) {
  return (
    typeof error === 'object' && error !== null && 'code' in error && 'detail' in error && 'errors' in error
  )
}
