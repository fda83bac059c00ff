import { actorOf } from '../../../platform/http/index.ts'
import { idInAddress } from '../../../shared/id-in-address.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import type { EndpointId } from './endpoints.repository.ts'

export interface EndpointKey {
  partnerId: PartnerId
  id: EndpointId
}

/** The caller's endpoint that an address names. */
export function endpointInAddress(
  request: Parameters<typeof actorOf>[0] & { params: { id: string } },
): EndpointKey {
  return {
    partnerId: actorOf(request).partnerId,
    id: idInAddress('endpoint', request.params.id, 'webhook_endpoint'),
  }
}
