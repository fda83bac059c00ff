import type { components, paths } from './schema.js'

// What the types of the reference say about one call: what it takes, and what it answers.

export type Method = 'get' | 'put' | 'post' | 'patch' | 'delete'

/** Paths that take a method. */
export type PathOf<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never
}[keyof paths]

type Operation<P extends keyof paths, M extends Method> = paths[P] extends Record<M, infer O> ? O : never

type GoodStatus = 200 | 201 | 202 | 203 | 204 | 206
/** Only a caller who sends If-None-Match gets it. There is no data then: look at `response.status` first. */
type Unchanged = 304

/** JSON counts before what a request must ask for by `Accept`. Other media are text. */
type ContentOf<R> = R extends { content: infer C }
  ? C extends { 'application/json': infer A }
    ? A
    : C extends { 'application/feed+json': infer A }
      ? A
      : string
  : undefined

type ProblemOf<R> = R extends { content: infer C } ? C[keyof C] : never

/** What a call answers. */
export type AnswerOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R } ? ContentOf<R[keyof R & GoodStatus]> : never

/** How a call may be refused: `code` is one of those that this operation answers. */
export type RefusalOf<P extends keyof paths, M extends Method> =
  Operation<P, M> extends { responses: infer R }
    ? ProblemOf<R[Exclude<keyof R, GoodStatus | Unchanged>]>
    : never

type Nothing = Record<never, never>

type ParamsOf<O> = O extends { parameters: infer P } ? Omit<P, 'cookie'> : Nothing
type ParamsOption<P> = Nothing extends P ? { params?: P } : { params: P }

/** A JSON merge patch (RFC 7396): null removes a field. Lists are replaced. */
export type MergePatch<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { [K in keyof T]?: MergePatch<T[K]> | null }
    : T

/** The reference names a patch of what a POST of the same resource takes. */
type PatchOf<P, B> = string extends keyof B
  ? P extends `${infer Parent}/{id}`
    ? Parent extends PathOf<'post'>
      ? MergePatch<RequestBody<Operation<Parent, 'post'>>>
      : B
    : B
  : B

type RequestBody<O> = O extends { requestBody?: { content: infer C } } ? C[keyof C] : never

type BodyOption<P, M, O> = O extends { requestBody?: never }
  ? { body?: never }
  : O extends { requestBody: { content: unknown } }
    ? { body: M extends 'patch' ? PatchOf<P, RequestBody<O>> : RequestBody<O> }
    : { body?: RequestBody<O> }

export interface CallOptions {
  /** More headers, such as `Accept-Language`. */
  headers?: Record<string, string>
  /** Ends the call, with its retries and waits. */
  signal?: AbortSignal
  /** For one attempt. Default: that of the client. */
  timeoutMs?: number
}

type InitOf<P extends keyof paths, M extends Method> = CallOptions &
  ParamsOption<ParamsOf<Operation<P, M>>> &
  BodyOption<P, M, Operation<P, M>>

/** What follows the path of a call. It may be left out where nothing in it is required. */
export type Init<P extends keyof paths, M extends Method> =
  Nothing extends InitOf<P, M> ? [init?: InitOf<P, M>] : [init: InitOf<P, M>]

/** The answer, or why there is none. */
export type Result<A, E> =
  | { data: A; error?: undefined; response: Response }
  | { data?: undefined; error: E; response: Response }

export type Call<M extends Method> = <P extends PathOf<M>>(
  path: P,
  ...init: Init<P, M>
) => Promise<Result<AnswerOf<P, M>, RefusalOf<P, M>>>

/** The lists: `GET`s that answer with pages. */
export type ListPath = {
  [P in PathOf<'get'>]: AnswerOf<P, 'get'> extends { data: unknown[]; next_cursor: string | null } ? P : never
}[PathOf<'get'>]

/** What a list holds. */
export type ItemOf<P extends ListPath> = AnswerOf<P, 'get'> extends { data: (infer T)[] } ? T : never

/** Types of the reference by name: `Schema<'Need'>`. */
export type Schema<N extends keyof components['schemas']> = components['schemas'][N]
