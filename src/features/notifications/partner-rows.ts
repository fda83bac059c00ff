import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import {
  webhookAttempts,
  webhookDeliveries,
  webhookEndpoints,
  webhookSecrets,
} from './webhooks/webhooks.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const notificationsOfPartner: readonly PartnerRows[] = [
  rowsOf(webhookAttempts.partnerId),
  rowsOf(webhookDeliveries.partnerId),
  rowsOf(webhookSecrets.partnerId),
  rowsOf(webhookEndpoints.partnerId),
]
