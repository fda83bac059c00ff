import { violatedConstraint } from '../../../platform/db/index.ts'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { isId } from '../../../shared/ids.ts'
import {
  createHelpersRepository,
  createOrganizationsRepository,
  missingRecord,
} from '../../postings/index.ts'
import { createLedgerRepository, type StatementEntry, type StatementPage } from './ledger.repository.ts'
import type { CreditAccount } from './ledger.table.ts'

/** Returns the time credits of one of the caller's parties. Throws `organization_not_found` and `helper_not_found`. */
export async function readAccount(ctx: Context, { partyId }: { partyId: string }): Promise<CreditAccount> {
  await requireOwnParty(ctx, partyId)
  return createLedgerRepository(ctx.db).account(ctx.actor.partnerId, partyId)
}

/** Sets how many minutes a party may owe. Throws what `readAccount` throws, and `credit_limit` if it already owes more. */
export async function setCreditLimit(
  ctx: WriteContext,
  { partyId, limitMinutes }: { partyId: string; limitMinutes: number },
): Promise<CreditAccount> {
  await requireOwnParty(ctx, partyId)
  const repository = createLedgerRepository(ctx.db)
  try {
    await repository.setLimit(ctx.actor.partnerId, partyId, limitMinutes)
  } catch (error) {
    if (violatedConstraint(error) !== 'credit_accounts_limit') throw error
    throw new DomainError(
      'credit_limit',
      'The party already owes more hours than this limit. Set a higher limit.',
    )
  }
  return repository.account(ctx.actor.partnerId, partyId)
}

/** Returns a party's entries in the order in which they were booked. Throws what `readAccount` throws. */
export async function readStatement(
  ctx: Context,
  { partyId, ...page }: StatementPage & { partyId: string },
): Promise<StatementEntry[]> {
  await requireOwnParty(ctx, partyId)
  return createLedgerRepository(ctx.db).statement(ctx.actor.partnerId, partyId, page)
}

async function requireOwnParty(ctx: Context, id: string): Promise<void> {
  const {
    actor: { partnerId },
    db,
  } = ctx
  const isOwn =
    (isId('org', id) && (await createOrganizationsRepository(db).find(partnerId, id))) ||
    (isId('helper', id) && (await createHelpersRepository(db).find(partnerId, id)))
  if (isOwn) return
  if (isId('helper', id)) throw await missingRecord(ctx, 'helper', id)
  if (isId('org', id)) throw await missingRecord(ctx, 'organization', id)
  throw notFound(id.startsWith('helper_') ? 'helper' : 'organization')
}
