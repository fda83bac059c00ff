import { bigint, boolean, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { bytesColumn, idColumn, instantColumn } from '../../platform/db/index.ts'
import type { Scope } from '../../platform/http/index.ts'

export const partners = pgTable('partners', {
  id: idColumn('partner')().primaryKey(),
  name: text().notNull(),
  kind: text().$type<'site' | 'internship_office'>().notNull(),
  createdAt: instantColumn().notNull(),
  /** The partner whose sandbox it is. */
  sandboxOf: idColumn('partner')(),
  /** Whether its needs can be read without a token. */
  publicFeed: boolean().notNull().default(true),
  /** Target of "Offer help" on a public page of a need. */
  offerHelpUrl: text(),
  /** Colour of its desk, #rrggbb. Null for the default. */
  deskColour: text(),
  /** How far the clock of a sandbox is ahead of real time. */
  clockAheadMs: bigint({ mode: 'number' }).notNull().default(0),
  version: integer().notNull().default(1),
})

export const clients = pgTable(
  'clients',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('client')().notNull(),
    name: text(),
    scopes: text().array().$type<Scope[]>().notNull(),
    createdAt: instantColumn().notNull(),
    disabledAt: instantColumn(),
    /** Whether the partner disabled it. Only an operator can enable what an operator disabled. */
    disabledByPartner: boolean().notNull().default(false),
    /** The row stays, so that its tokens are refused until they expire. */
    removedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export const clientSecrets = pgTable(
  'client_secrets',
  {
    partnerId: idColumn('partner')().notNull(),
    id: idColumn('secret')().notNull(),
    clientId: idColumn('client')().notNull(),
    secretHash: bytesColumn().notNull(),
    createdAt: instantColumn().notNull(),
    expiresAt: instantColumn(),
    revokedAt: instantColumn(),
    lastUsedAt: instantColumn(),
  },
  (table) => [primaryKey({ columns: [table.partnerId, table.id] })],
)

export const signingKeys = pgTable('signing_keys', {
  kid: text().primaryKey(),
  privateKeyPem: text().notNull(),
  createdAt: instantColumn().notNull(),
})
