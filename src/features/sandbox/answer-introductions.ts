import type { Database } from '../../platform/db/index.ts'
import type { InTransaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import type { IntroductionId } from '../../shared/ids.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import { clockOfPartner } from '../access/index.ts'
import {
  createSandboxIntroductionsRepository,
  type Introductions,
  type WaitingIntroduction,
} from '../introductions/index.ts'

/** Prefixes of a sandbox helper's external id that decide how the helper answers introductions. */
export const ANSWER_PREFIXES = {
  accepts: 'sandbox:accepts',
  declines: 'sandbox:declines',
  silent: 'sandbox:silent',
} as const
/** Short, because nobody who tries things out wants to wait three days. */
export const SILENT_EXPIRY_MS = MINUTE_MS
const AT_ONCE = 100

/** Answers introductions for sandbox helpers who always accept or decline. Those of silent helpers expire soon. */
export async function answerIntroductions(
  deps: {
    introductions: Pick<Introductions, 'accept' | 'decline'>
    db: Database
    inTransaction: InTransaction
    clock: Clock
  },
  stopping: AbortSignal,
): Promise<void> {
  const repository = createSandboxIntroductionsRepository(deps.db)
  // Every event wakes this, and there is rarely anything to answer.
  if (!(await repository.isAnyWaiting(Object.values(ANSWER_PREFIXES)))) return
  await repository.expireSooner(ANSWER_PREFIXES.silent, SILENT_EXPIRY_MS)
  const { accept, decline } = deps.introductions
  const declineAnyway: typeof accept = (ctx, { id }) => decline(ctx, { id, reason: 'no_time_now' })
  for (const [prefix, answer] of [
    [ANSWER_PREFIXES.accepts, accept],
    [ANSWER_PREFIXES.declines, declineAnyway],
  ] as const) {
    let after: IntroductionId | null = null
    for (let waiting: WaitingIntroduction[] | null = null; waiting?.length !== 0 && !stopping.aborted; ) {
      waiting = await repository.list(prefix, after, AT_ONCE)
      for (const { partnerId, id } of waiting)
        await deps
          .inTransaction(async (tx) => {
            const clock = await clockOfPartner({ db: tx.db, clock: deps.clock }, partnerId)
            return answer({ ...tx, clock, actor: { partnerId } }, { id })
          })
          .catch(unlessRefused)
      after = waiting.at(-1)?.id ?? after
    }
  }
}

/** Ignores refusals: somebody else was faster, or the need is filled. */
function unlessRefused(error: unknown): void {
  if (!(error instanceof DomainError)) throw error
}
