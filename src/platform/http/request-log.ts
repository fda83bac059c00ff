import type { Clock } from '../../shared/clock.ts'
import type { ErrorCode } from '../../shared/errors.ts'
import type { Id, PartnerId } from '../../shared/ids.ts'
import type { App } from './app-type.ts'

/** What may be logged of a request: its route and not its address, which may name a person. */
export interface AnsweredRequest {
  partnerId: PartnerId
  clientId: Id<'client'>
  requestId: string
  createdAt: Date
  method: string
  route: string | null
  status: number
  errorCode: ErrorCode | null
  durationMs: number
}

/** Logs one line per answered request, with the route and not the address, which may name a person. */
export function logRequests(app: App): void {
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        elapsed_ms: Math.round(reply.elapsedTime * 10) / 10,
        client_id: request.actor?.clientId ?? null,
      },
      'request',
    )
  })
}

/** Calls `keep` with each answered request that had a valid token. `keep` must return at once. */
export function keepRequests(
  app: App,
  { keep, clock }: { keep: (request: AnsweredRequest) => void; clock: Clock },
): void {
  app.addHook('onResponse', async (request, reply) => {
    const { actor } = request
    if (!actor) return
    keep({
      partnerId: actor.partnerId,
      clientId: actor.clientId,
      requestId: request.id,
      createdAt: clock(),
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      errorCode: request.refusedWith,
      durationMs: Math.round(reply.elapsedTime),
    })
  })
}
