import type { Call, Init, ItemOf, ListPath, Result, Schema } from './operations.js'
import type { components, paths, webhooks } from './schema.js'

export type {
  AnswerOf,
  CallOptions,
  ItemOf,
  ListPath,
  MergePatch,
  PathOf,
  RefusalOf,
  Result,
  Schema,
} from './operations.js'
export type { components, paths, webhooks }

/** Why a request was refused (RFC 9457): `code` is stable, `errors` names every fault of the body. */
export type Problem = Schema<'Problem'>
/** Codes of refusals, of all operations. */
export type ErrorCode = Problem['code']
/** Types of events, in the feed and in webhooks. */
export type EventType = keyof webhooks
/** What the feed and webhook endpoints are narrowed by: `need.posted`, or `need.*`. */
export type EventPattern = NonNullable<
  NonNullable<paths['/v1/events']['get']['parameters']['query']>['types']
>[number]

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
  /** How long one attempt waits for its answer; 60,000 where it is left out. `Infinity`: as long as it takes. */
  timeoutMs?: number
  /** Instead of the global one. */
  fetch?: (request: Request) => Promise<Response>
  /** Resolves after so many milliseconds, rejects where the signal ends it. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>
}

export interface Smartsource {
  GET: Call<'get'>
  PUT: Call<'put'>
  POST: Call<'post'>
  PATCH: Call<'patch'>
  DELETE: Call<'delete'>
  /**
   * Each item of a list, page after page. Throws `SmartsourceError` where a page is refused.
   *
   *     for await (const need of api.pages('/v1/needs')) console.log(need.title)
   */
  pages<P extends ListPath>(path: P, ...init: Init<P, 'get'>): AsyncGenerator<ItemOf<P>, void>
  /**
   * A request by its path, with a token, retries and an Idempotency-Key like all others. Use it for what is no JSON.
   * A body that is a stream is sent once.
   */
  fetch(path: string, init?: RequestInit & { timeoutMs?: number }): Promise<Response>
  /** Sends a file and answers the import that it started. Throws `SmartsourceError`. */
  startImport(
    file: ImportFile,
    options: ImportOptions & { mode: 'apply' | 'dry_run' },
  ): Promise<Schema<'Import'>>
  /** Sends a file and answers how it would be understood. Nothing is imported. */
  inspectImport(file: ImportFile, options: ImportOptions): Promise<Schema<'ImportInspection'>>
  /** Waits until all rows are done. Keep the id: another process can go on waiting with it. */
  waitForImport(id: string, options?: WaitOptions): Promise<Schema<'Import'>>
  /** The rows that were rejected or have notices, as CSV that can be corrected and imported. */
  importReport(id: string, query?: ReportQuery): Promise<ReadableStream<Uint8Array<ArrayBuffer>>>
}

/** A Blob, such as `await fs.openAsBlob(path)`, is sent again where an attempt fails; a stream is not. */
export type ImportFile = Blob | ReadableStream<Uint8Array>

type UploadQuery = NonNullable<paths['/v1/imports']['post']['parameters']['query']>

export type ImportOptions = Omit<UploadQuery, 'mode'> & {
  /** Default: that of the Blob, or `text/csv`. The service knows a workbook by its content. */
  contentType?: string
  onUpload?: (progress: UploadProgress) => void
  signal?: AbortSignal
}

export interface UploadProgress {
  sentBytes: number
  /** Null if the file is a stream. */
  totalBytes: number | null
}

export interface WaitOptions {
  /** Called after each look at the import: `rows_read` grows. */
  onProgress?: (shown: Schema<'Import'>) => void
  signal?: AbortSignal
}

type ReportQuery = NonNullable<paths['/v1/imports/{id}/report.csv']['get']['parameters']['query']>

/**
 * A client of the service, typed by its reference. It fetches tokens and new ones in time, gives each POST an
 * Idempotency-Key, and tries again what was not answered or could not be done just then, as long as nothing can be done
 * twice by that. Throws a `TypeError` at once where the address or the credentials are missing.
 */
export function createClient(options: SmartsourceOptions): Smartsource

/** The answer, or a `SmartsourceError` where the request was refused. It is undefined where there is nothing to answer. */
export function orThrow<A>(result: Result<A, unknown>): A

/** The header that changes or deletes a resource only as you read it: `params: { path, header: ifMatch(need) }`. */
export function ifMatch(read: { version: number }): { 'if-match': string }

/** A request was refused, or answered by something else than the service. */
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
  constructor(status: number, code: string, description?: string)
}

/** The message of a webhook: its `type` tells what `data` holds. */
export type WebhookMessage = {
  [T in EventType]: webhooks[T] extends {
    post: { requestBody: { content: { 'application/json': infer M } } }
  }
    ? M
    : never
}[EventType]

/** Of any framework: those of `fetch`, or an object as of `node:http`. */
export type WebhookHeaders = Headers | Readonly<Record<string, string | readonly string[] | undefined>>

/** A message is not from the service, was changed, or is too old. Answer it with 400. */
export class WebhookError extends Error {
  constructor(message: string)
}

/**
 * Reads a message of a webhook endpoint, or throws a `WebhookError`. Pass the body as it arrived: JSON that was parsed and
 * written again has another signature. While a secret is rotated, pass both.
 */
export function verifyWebhook(given: {
  body: string | Uint8Array | ArrayBuffer
  headers: WebhookHeaders
  /** `secret` of the endpoint, as it was answered. */
  secrets: string | readonly string[]
  /** How old a message may be, or how far ahead; 300 where it is left out. */
  toleranceSeconds?: number
  now?: Date
}): Promise<WebhookMessage>
