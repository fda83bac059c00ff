import type { Context } from '../../../platform/events/index.ts'
import { notFound } from '../../../shared/errors.ts'
import {
  createDeliveriesRepository,
  type DeliveryFilter,
  type DeliveryId,
  type DeliveryPage,
} from './deliveries.repository.ts'
import { createEndpointsRepository, type EndpointId } from './endpoints.repository.ts'
import {
  createAddEndpoint,
  createChangeEndpoint,
  createRotateWebhookSecret,
  type EndpointPorts,
  readEndpoint,
  removeEndpoint,
} from './endpoints.ts'
import { queueTest, redeliver, replay } from './queue-deliveries.ts'

export type Webhooks = ReturnType<typeof createWebhooks>

/** Creates the operations on webhook endpoints and their deliveries. */
export function createWebhooks(
  ports: EndpointPorts & {
    /** Starts sending due deliveries. Called after the commit that queued them. */
    wakeDeliveries(): void
  },
) {
  return {
    add: createAddEndpoint(ports),
    change: createChangeEndpoint(ports),
    read: readEndpoint,
    remove: removeEndpoint,
    rotateSecret: createRotateWebhookSecret(ports),
    list: ({ actor, db }: Context, page: { limit: number; after: EndpointId | undefined }) =>
      createEndpointsRepository(db).list(actor.partnerId, page),
    async listDeliveries(ctx: Context, { id, ...page }: { id: EndpointId } & DeliveryPage) {
      await readEndpoint(ctx, { id })
      return createDeliveriesRepository(ctx.db).list(ctx.actor.partnerId, id, page)
    },
    /** Counts deliveries to an endpoint, up to `most`. */
    countDeliveries: (
      { actor, db }: Context,
      { id, most, ...filter }: { id: EndpointId; most: number } & DeliveryFilter,
    ) => createDeliveriesRepository(db).count(actor.partnerId, id, filter, most),
    /** Returns a delivery with its attempts. Throws `webhook_endpoint_not_found` and `delivery_not_found`. */
    async readDelivery(ctx: Context, { id, deliveryId }: { id: EndpointId; deliveryId: DeliveryId }) {
      await readEndpoint(ctx, { id })
      const repository = createDeliveriesRepository(ctx.db)
      const delivery = await repository.find(ctx.actor.partnerId, id, deliveryId)
      if (!delivery) throw notFound('delivery')
      return { delivery, attempts: await repository.attemptsOf(ctx.actor.partnerId, deliveryId) }
    },
    queueTest,
    redeliver,
    replay,
    wakeDeliveries: ports.wakeDeliveries,
  }
}
