import type { WriteContext } from '../../platform/events/index.ts'
import { refusedUntil } from '../../shared/errors.ts'
import { HOUR_MS } from '../../shared/time.ts'
import { createPartnersRepository } from '../access/index.ts'
import type { ExpiryBounds } from './expiry.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { type Counted, createProposalsRepository } from './proposals.repository.ts'
import { partnerOf } from './sides.ts'

/** Limits on the proposals of one partner to others. */
export interface ProposalLimits {
  /** Most unanswered proposals to all other partners. */
  openPerPartner: number
  /** Most proposals to one other partner that are unanswered, or that ended without acceptance within the cool-down. */
  perPartnerPair: number
  coolDownHours: number
  expiry: ExpiryBounds
}

/**
 * Keeps one partner from using up the market of others. Proposals within one partner are not limited. Locks the proposing
 * partner, so that parallel proposals are counted one after another. Throws `declined_recently` and `too_many_proposals`.
 */
export async function requireFairProposal(
  ctx: WriteContext,
  row: IntroductionRow,
  limits: ProposalLimits,
): Promise<void> {
  if (row.needPartnerId === row.offerPartnerId) return
  const now = ctx.clock()
  const proposer = partnerOf(row, row.proposedBy)
  const repository = createProposalsRepository(ctx.db)
  await createPartnersRepository(ctx.db).findPartner(proposer, 'no key update')
  const coolDownMs = limits.coolDownHours * HOUR_MS
  const declinedAt = await repository.lastDeclinedAt(row)
  const until = new Date((declinedAt?.getTime() ?? 0) + coolDownMs)
  if (declinedAt && until > now)
    throw refusedUntil(
      'declined_recently',
      'The other side declined a proposal of yours for the same organization and helper.',
      { until, now },
    )
  requireBelow(
    await repository.recentBetween(row, now, coolDownMs),
    limits.perPartnerPair,
    'to this partner',
    now,
  )
  requireBelow(await repository.openOf(proposer, now), limits.openPerPartner, 'to other partners', now)
}

/** Throws `too_many_proposals` if a partner has reached a limit. */
export function requireBelow({ count, firstEndsAt }: Counted, limit: number, what: string, now: Date): void {
  if (count < limit) return
  throw refusedUntil(
    'too_many_proposals',
    `You have made ${count} proposals ${what} that are unanswered or ended recently; the limit is ${limit}.`,
    { until: firstEndsAt ?? now, now },
  )
}
