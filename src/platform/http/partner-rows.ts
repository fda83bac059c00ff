import { type PartnerRows, rowsOf } from '../db/index.ts'
import { idempotencyKeys } from './idempotency.table.ts'

/** The rows that a sandbox deletes when it is reset. */
export const idempotencyKeysOfPartner: readonly PartnerRows[] = [rowsOf(idempotencyKeys.partnerId)]
