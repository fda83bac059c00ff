import type { ErrorCode } from './error-codes.ts'
import { inEnglish, type Message, message, textOf } from './messages/index.ts'

export type { ErrorCode } from './error-codes.ts'

/**
 * A fault of a request: where (RFC 6901 pointer into the body, or `?name` for a parameter), which, and why. The messages are
 * written in the language of the reader, whoever that is.
 */
export interface Fault {
  pointer: string
  code: string
  messages: readonly Message[]
}

/**
 * An error that the caller can act on. `detail` is shown to partners: no internals, no personal data. As a message it is
 * written in the language of the reader; as a text it stays English.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly faults: Fault[]
  /** What the error says. */
  readonly said: Message
  /** Seconds after which a retry may succeed, sent as Retry-After. Null if waiting does not help. */
  readonly retryAfterS: number | null

  constructor(
    code: ErrorCode,
    detail: string | Message,
    faults: Fault[] = [],
    retryAfterS: number | null = null,
  ) {
    const said = typeof detail === 'string' ? inEnglish(detail) : detail
    super(textOf(said, 'en'))
    this.name = 'DomainError'
    this.code = code
    this.said = said
    this.faults = faults
    this.retryAfterS = retryAfterS
  }
}

/**
 * Creates an error that ends with time. `detail` says what is refused; the time of the next try is appended.
 */
export function refusedUntil(
  code: ErrorCode,
  detail: string,
  { until, now }: { until: Date; now: Date },
): DomainError {
  const retryAfterS = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return new DomainError(code, `${detail} Try again after ${until.toISOString()}.`, [], retryAfterS)
}

/** Resources that have an id and can be requested. */
export type ResourceName =
  | 'organization'
  | 'helper'
  | 'need'
  | 'offer'
  | 'skill'
  | 'client'
  | 'introduction'
  | 'engagement'
  | 'hours'
  | 'sprint'
  | 'program'
  | 'candidate'
  | 'import'
  | 'cohort'
  | 'placement'
  | 'ring'
  | 'clearing'
  | 'webhook_endpoint'
  | 'delivery'
  | 'calendar'
  | 'staff'
  | 'agreement'
  | 'document'

/**
 * Creates the error for a resource that does not exist, belongs to another partner, or has an id of another
 * kind: callers can't tell which.
 */
export function notFound(
  name: ResourceName,
  detail: string | Message = message('fault_not_found', { name }),
): DomainError {
  return new DomainError(`${name}_not_found`, detail)
}
