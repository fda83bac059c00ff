import { type PartnerRows, rowsOf } from '../../platform/db/index.ts'
import {
  webhookAttempts,
  webhookDeliveries,
  webhookEndpoints,
  webhookSecrets,
} from './webhooks/webhooks.table.ts'

/** Rows that resetting a sandbox deletes. */
export const notificationsOfPartner: readonly PartnerRows[] = [
  rowsOf(webhookAttempts.partnerId),
  rowsOf(webhookDeliveries.partnerId),
  rowsOf(webhookSecrets.partnerId),
  rowsOf(webhookEndpoints.partnerId),
]
