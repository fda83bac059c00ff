import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { ErrorCode, Fault } from '../../shared/errors.ts'
import type { Id, prefixes } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import type { Caller } from './actor.ts'
import type { DeprecatedRoute } from './deprecation.ts'
import type { Answer } from './idempotency.ts'
import type { RateClass } from './rate-limit.ts'
import type { Scope } from './scopes.ts'
import type { ObjectSchema } from './selection.ts'

/** Ids in the path: the parameter and the resource that it identifies. */
export type Ids = Readonly<Record<string, Identified>>
type Identified = keyof typeof prefixes
/** Answers by status: the body as JSON, or the body in each media type. */
export type Answers = Readonly<Record<number, z.ZodType | Readonly<Record<string, z.ZodType>>>>
export type BodyOf<S> = S extends z.ZodType ? z.output<S> : unknown
export type NoIds = Record<never, Identified>
/** The ids of a path, each with its type. */
export type IdsOf<I extends Ids> = { [K in keyof I]: Id<(typeof prefixes)[I[K]]> }

/**
 * Declaration of a route. The checks of a request, the headers of its answers and the reference all follow
 * from it.
 */
export interface Route<I extends Ids, P, Q, B, A extends Answers> {
  summary: string
  description?: string
  /** Name of the operation in generated clients, if the derived one reads badly. */
  operationId?: string
  /** Ids in the path. An id of another kind is a 404 of that resource. */
  ids?: I
  /** Other parameters of the path. */
  params?: z.ZodType<P>
  query?: z.ZodType<Q>
  body?: z.ZodType<B>
  /** Body of each successful status. `z.undefined()` means no body. */
  answers: A
  /** Error codes that the handler may return. Errors that every route may return are implied. */
  refusals?: readonly ErrorCode[]
  /**
   * The answer is a resource with a version: it has an ETag, a GET answers If-None-Match with 304, and a PUT,
   * PATCH or DELETE requires If-Match. `optional`: a PUT that may also create accepts If-Match and
   * If-None-Match without requiring them.
   */
  versioned?: boolean | 'optional'
  /**
   * False if the answer also shows data that changes without its version: a GET then ignores If-None-Match.
   */
  isConditional?: boolean
  /** The query has the parameters of `selectionQuery` for this resource. */
  selects?: ObjectSchema
  /** A 201 or 202 has the address of the new resource in Location. */
  located?: boolean
  /**
   * The answer contains sentences for readers. The handler writes them in the `language` of its input, which
   * Accept-Language determines. The response has Content-Language and Vary.
   */
  isLocalized?: boolean
  /** Default: that of the group, `read` for GET and `write` for other methods. */
  scope?: Scope
  /** The caller sends a client's id and secret instead of a token. */
  takesClientSecret?: boolean
  rateClass?: RateClass
  /** The route only reads, and reads many rows: a replica that is up to date may be used. */
  readsMany?: boolean
  consumes?: readonly string[]
  /** Maximum size of the body in bytes, if it is not the default. */
  bodyLimit?: number
  /** The body is a file, with the server's longest time limit. */
  isUpload?: boolean
  deprecated?: DeprecatedRoute
  /** A page for staff, which the reference omits, and the role that its reader needs. Null: no role. */
  page?: { role: string | null }
  /**
   * Sends refusals in a format of its own, which `answers` declares. Errors that it throws become problems.
   * The handler then checks the body too, so that all faults have that format.
   */
  errorHandler?: ErrorHandler
  /**
   * The answer of a POST that only computes shows data that other partners may withdraw at any time. It is
   * never stored: a repeat with the same Idempotency-Key is computed again.
   */
  showsOthers?: boolean
  /** Rewrites the faults of a request for its caller, for example by what the caller's token allows. */
  explainFaults?: (faults: readonly Fault[], caller: Caller) => Fault[]
  /** Called when the transaction of a POST has committed. */
  afterCommit?: () => void
}

/** The parts of a request, checked and typed. */
export interface Input<I extends Ids, P, Q, B> {
  ids: IdsOf<I>
  params: P
  query: Q
  body: B
  /** Language of the reader. English if the route is not localized. */
  language: ReaderLanguage
}

/**
 * What a handler returns. `version` becomes the ETag, `location` the address of what a POST or PUT created.
 */
export type Result<A extends Answers> = Answer<BodyOf<A[keyof A]>> & { version?: number; location?: string }

export type ErrorHandler = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => FastifyReply

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
