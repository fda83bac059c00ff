import { sql } from 'drizzle-orm'
import { bigint, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { idColumn, instantColumn } from '../../../platform/db/index.ts'
import type { EventData } from '../../../platform/events/index.ts'

export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('endpoint')().notNull(),
    url: text().notNull(),
    description: text(),
    /** Null means all types. */
    eventTypes: text().array(),
    status: text().$type<'enabled' | 'disabled'>().notNull(),
    disabledReason: text().$type<'asked' | 'gone' | 'failing'>(),
    /** Time of the first failure since the last success. */
    failingSince: instantColumn(),
    version: integer().notNull(),
    createdAt: instantColumn().notNull(),
    updatedAt: instantColumn().notNull(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type EndpointRow = typeof webhookEndpoints.$inferSelect

export const webhookSecrets = pgTable(
  'webhook_secrets',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('secret')().notNull(),
    endpointId: idColumn('endpoint')().notNull(),
    secret: text().notNull(),
    createdAt: instantColumn().notNull(),
    endsAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type WebhookSecretRow = typeof webhookSecrets.$inferSelect

export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('delivery')().notNull().default(sql`uuid_v7()`),
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    endpointId: idColumn('endpoint')().notNull(),
    eventId: idColumn('event')().notNull(),
    type: text().notNull(),
    resourceId: text().notNull(),
    data: jsonb().$type<EventData>(),
    occurredAt: instantColumn().notNull(),
    status: text('state').$type<'pending' | 'delivered' | 'failed'>().notNull(),
    attemptCount: integer().notNull().default(0),
    /** Null while an earlier delivery of the same resource waits, and once it has ended. */
    nextAttemptAt: instantColumn(),
    createdAt: instantColumn().notNull(),
    endedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type DeliveryRow = typeof webhookDeliveries.$inferSelect

export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('attempt')().notNull(),
    deliveryId: idColumn('delivery')().notNull(),
    attemptedAt: instantColumn().notNull(),
    elapsedMs: integer().notNull(),
    url: text().notNull(),
    requestHeaders: jsonb().$type<Record<string, string>>().notNull(),
    requestBody: text().notNull(),
    /** Null if no response came. */
    responseStatus: integer(),
    responseHeaders: jsonb().$type<Record<string, string>>(),
    responseBody: text(),
    failure: text(),
    failureDetail: text(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)
export type AttemptRow = typeof webhookAttempts.$inferSelect
