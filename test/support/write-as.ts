import type { InTransaction, WriteContext } from '../../src/platform/events/index.ts'
import type { Clock } from '../../src/shared/clock.ts'
import type { PartnerId } from '../../src/shared/ids.ts'

/** Runs a partner's verbs in one transaction, as a route does. */
export function writeAs<T>(
  { inTransaction, clock }: { inTransaction: InTransaction; clock: Clock },
  partnerId: PartnerId,
  work: (ctx: WriteContext) => Promise<T>,
): Promise<T> {
  return inTransaction((tx) => work({ ...tx, clock, actor: { partnerId } }))
}
