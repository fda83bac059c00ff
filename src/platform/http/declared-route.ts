import { z } from 'zod'
import type { ErrorCode } from '../../shared/errors.ts'
import { mayOmitBody } from './compilers.ts'
import type { Answers, Ids, Method, Route } from './route.ts'

/** Properties of a route that the reference needs and Fastify does not keep. */
export interface DeclaredRoute {
  operationId: string | undefined
  refusals: readonly ErrorCode[]
  /** Error codes for ids in the path. */
  notFound: readonly ErrorCode[]
  needsToken: boolean
  takesClientSecret: boolean
  hasParams: boolean
  isVersioned: boolean
  requiresMatch: boolean
  isLocated: boolean
  isIdempotent: boolean
  isLocalized: boolean
  /** Whether the route returns pages of a list. */
  isPaged: boolean
  mayOmitBody: boolean
  /** Media types of a body that is a file. */
  fileTypes: readonly string[]
  /** Whether the route returns pages. */
  isList: boolean
}

declare module 'fastify' {
  interface FastifyContextConfig {
    declared?: DeclaredRoute
    page?: { role: string | null }
  }
}

/** Returns whether a request must name the version that it changes, in If-Match. */
export function requiresMatch(method: Method, { versioned }: { versioned?: boolean | 'optional' }): boolean {
  return versioned === true && (method === 'PUT' || method === 'PATCH' || method === 'DELETE')
}

/** Extracts from a declared route what the reference needs. */
export function declaredOf<I extends Ids, P, Q, B, A extends Answers>(
  method: Method,
  route: Route<I, P, Q, B, A>,
): DeclaredRoute {
  const isPaged = method === 'GET' && Object.values(route.answers).some(isPage)
  return {
    operationId: route.operationId,
    refusals: route.refusals ?? [],
    notFound: Object.values(route.ids ?? {}).map((resource) => `${resource}_not_found` as const),
    needsToken: route.scope !== undefined,
    takesClientSecret: route.takesClientSecret ?? false,
    hasParams: route.ids !== undefined || route.params !== undefined,
    isVersioned: Boolean(route.versioned),
    requiresMatch: requiresMatch(method, route),
    isLocated: route.located ?? false,
    isIdempotent: method === 'POST' && route.scope !== undefined,
    isLocalized: route.isLocalized ?? false,
    isPaged,
    mayOmitBody: mayOmitBody(method, route.body),
    fileTypes: route.isUpload && !route.body ? (route.consumes ?? []) : [],
    isList: isPaged || (route.query instanceof z.ZodObject && 'limit' in route.query.shape),
  }
}

/** Returns whether an answer is a page of a list, in JSON. */
function isPage(answer: Answers[number]): boolean {
  const json = answer instanceof z.ZodType ? answer : answer['application/json']
  return json instanceof z.ZodObject && 'next_cursor' in json.shape
}
