import type { Client, MaybeOptionalInit } from 'openapi-fetch'
import type { PathsWithMethod } from 'openapi-typescript-helpers'
import type { components, paths } from './schema.d.ts'

export type { components, paths }

/** Why a request was refused (RFC 9457): `code` is stable, `errors` names every fault of the body. */
export type Problem = components['schemas']['Problem']

export interface SmartsourceOptions {
  /** Address of the service. */
  url: string
  clientId: string
  clientSecret: string
  /** By spaces; all scopes of the client where it is left out. */
  scope?: string
  /** Languages of the reader, as in `Accept-Language`: `es`, or `pt-BR, en;q=0.5`. A request's own header counts more. */
  language?: string
  /** How often a request is sent at most; 5 where it is left out. */
  attempts?: number
  /** Instead of the global one. */
  fetch?: (request: Request) => Promise<Response>
  /** Resolves after so many milliseconds, rejects where the signal ends it. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer A } } } }
}
  ? A
  : never

/** The lists: `GET`s that answer with pages. */
export type ListPath = {
  [P in PathsWithMethod<paths, 'get'>]: Answer<P> extends { data: unknown[]; next_cursor: string | null }
    ? P
    : never
}[PathsWithMethod<paths, 'get'>]

/** What a list holds. */
export type ItemOf<P extends ListPath> = Answer<P> extends { data: (infer T)[] } ? T : never

/**
 * What the types of answers are of. Linked data is not: it comes to those who ask for it by `Accept`, and would make
 * what stands beside it unknown.
 */
export type Media =
  | 'application/json'
  | 'application/problem+json'
  | 'application/feed+json'
  | 'application/xml'
  | 'image/svg+xml'
  | 'text/calendar'
  | 'text/csv'
  | 'text/html'

export interface Smartsource extends Client<paths, Media> {
  /**
   * Each item of a list, page after page. Throws `SmartsourceError` where a page is refused.
   *
   *     for await (const need of api.pages('/v1/needs')) console.log(need.title)
   */
  pages<P extends ListPath>(
    path: P,
    init?: MaybeOptionalInit<paths[P], 'get'>,
  ): AsyncGenerator<ItemOf<P>, void>
  /** A request by its address, with a token, retries and an Idempotency-Key like all others: for files. */
  fetch(path: string, init?: RequestInit): Promise<Response>
}

/**
 * A client of the service: `openapi-fetch` with the types of its routes. It fetches tokens and new ones in time, gives
 * each POST an Idempotency-Key, and tries again what was not answered or could not be done just then, as long as nothing
 * can be done twice by that. A signal given to a request ends its waiting too.
 */
export function createClient(options: SmartsourceOptions): Smartsource

/** The answer, or a `SmartsourceError` where the request was refused. */
export function orThrow<T>(result: { data?: T; error?: unknown; response: Response }): NonNullable<T>

/** A request was refused. */
export class SmartsourceError extends Error {
  readonly status: number
  /** Null where the answer was no problem of the service. */
  readonly problem: Problem | null
  constructor(status: number, problem: Problem | null)
}

/** No token was given: wrong credentials, or a scope that the client lacks. */
export class TokenError extends Error {
  readonly status: number
  /** As RFC 6749, section 5.2 has it. */
  readonly code: string
  constructor(status: number, code: string)
}
