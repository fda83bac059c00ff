export { type Actor, type Caller, TOKEN_LIFETIME_S, type TokenRefusal, type Tokens } from './actor.ts'
export { addRoute } from './add-route.ts'
export type { App } from './app-type.ts'
export { actorOf, identifyCallers, requireScope, requireToken } from './authentication.ts'
export { cacheJson } from './cached-json.ts'
export { createAnswerClientError } from './client-errors.ts'
export { closeConnectionsWhenStopping } from './close-when-stopping.ts'
export { serializerCompiler, validatorCompiler } from './compilers.ts'
export { compressAnswers } from './compression.ts'
export { limitConcurrentRankings } from './concurrent-rankings.ts'
export { allowOrigins } from './cross-origin.ts'
export {
  type CsvCell,
  type CsvFile,
  type CsvFormat,
  cellText,
  csvQuery,
  pagesOf,
  sendCsv,
} from './csv.ts'
export { addCsvList, addCsvRoute, declaredQueries, listQueries, shownPath } from './csv-list.ts'
export { declaredList } from './declared-list.ts'
export { sendDeprecationHeaders } from './deprecation.ts'
export { createSendProblem, refusalOf, refuseUnknownRoutes, registerErrorHandler } from './error-handler.ts'
export { registerErrorPages } from './error-pages/errors.routes.ts'
export { errorTable } from './error-pages/explanations.ts'
export { registerHealthRoutes } from './health.routes.ts'
export { createIdempotencyRepository } from './idempotency.repository.ts'
export {
  type Answer,
  createIdempotency,
  IDEMPOTENCY_HOURS,
  type Idempotency,
  idempotencyHeader,
  removeOldIdempotencyKeys,
} from './idempotency.ts'
export { parseJsonBodies } from './json-bodies.ts'
export { rememberRoutes } from './known-routes.ts'
export { BODY_LIMIT_BYTES, describeLimits } from './limits.ts'
export {
  filterShape,
  includeTotal,
  type ListQuery,
  listPage,
  listQuery,
  pageShape,
  type ReadAsked,
  type RelatedIds,
  readAsked,
  readFilters,
  totalOf,
  withRelated,
} from './list-query.ts'
export { negotiate } from './negotiation.ts'
export { limitOpenRequests } from './open-requests.ts'
export { type Reference, registerOpenApi } from './openapi.ts'
export { type Examples, ISSUER, type OperationExample } from './openapi-examples.ts'
export { shedLoad } from './overload.ts'
export { htmlPage, PAGE_POLICY } from './page.ts'
export { linkPages } from './page-links.ts'
export {
  foreignForm,
  forgetSession,
  isOwnPage,
  keepSession,
  requireOwnPage,
  sessionKeyOf,
} from './pages/page-session.ts'
export { sendHtml } from './pages/send-html.ts'
export {
  countedPageOf,
  decodeCursor,
  encodeCursor,
  idAfter,
  MAX_LIMIT,
  type Page,
  pageEnd,
  pageEndAt,
  pageOf,
  pageOfAll,
  pageQuery,
  toPage,
} from './pagination.ts'
export { idempotencyKeysOfPartner } from './partner-rows.ts'
export { answeredNotModified, etag, ifMatchHeader, readPrecondition, sendText } from './preconditions.ts'
export { problem, statusOf } from './problem.ts'
export { parseQuery } from './query-string.ts'
export { createRateCountsRepository } from './rate-counts.repository.ts'
export { limitRate } from './rate-limit.ts'
export { readerLanguageOf, setLanguageHeaders } from './reader-language.ts'
export { registerReference } from './reference/reference.routes.ts'
export { REQUEST_ID, requestIdOf, sendRequestId } from './request-id.ts'
export { type AnsweredRequest, keepRequests, logRequests } from './request-log.ts'
export { closeUnreadBodies, limitRequestTime } from './request-time.ts'
export type { Ids, IdsOf, NoIds } from './route.ts'
export {
  createRouter,
  type RequestContext,
  type RouteGroup,
  type RouteRuntime,
  type Router,
  type WriteOnce,
} from './router.ts'
export { partnerScopes, type Scope, type ScopeResource, scope, scopes } from './scopes.ts'
export { sendSecurityHeaders } from './security-headers.ts'
export {
  type Expansion,
  type Expansions,
  expandRows,
  type ObjectSchema,
  type Selected,
  selectionQuery,
  sendSelected,
} from './selection.ts'
export { createSharedUse, type SharedUse } from './shared-use.ts'
