import { isDeepStrictEqual } from 'node:util'
import type { Context, WriteContext } from '../../../platform/events/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { validationFailed } from '../../../shared/faults.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { message } from '../../../shared/messages/index.ts'
import {
  type EngagementId,
  type EngagementRow,
  findEngagement,
  lockActiveEngagement,
  notifyEngagement,
  speakingSide,
} from '../../engagements/index.ts'
import { type Side, sidesOf } from '../../introductions/index.ts'
import { candidateOf, requireInternship } from '../require-internship.ts'
import { createAgreementsRepository } from './agreements.repository.ts'
import type { AgreementInput, ApprovalInput, Role } from './agreements.schemas.ts'
import type { AgreementRow, ApprovalRow } from './agreements.table.ts'

/** A version of a learning agreement with its approvals, as the caller may see it. */
export interface ReadAgreement {
  engagement: EngagementRow
  row: AgreementRow
  approvals: ApprovalRow[]
  isNewest: boolean
  yours: Role[]
}

const NO_AGREEMENT =
  'The engagement has no agreement yet. Either side writes the first version with POST /v1/engagements/{id}/agreement.'

const SIDE_OF = { student: 'offer', office: 'offer', supervisor: 'need' } as const satisfies Record<
  Role,
  Side
>

/**
 * Writes a new version of the agreement of an active internship. Approvals of earlier versions no longer count. A version
 * with the same content as the newest changes nothing. Throws `not_an_internship`, `agreement_changed` if `replaces` is not
 * the newest, and what `lockActiveEngagement` and `speakingSide` throw.
 */
export async function writeAgreement(
  ctx: WriteContext,
  { id, replaces, content, side: given }: AgreementInput & { id: EngagementId },
): Promise<ReadAgreement> {
  const engagement = await lockActiveEngagement(ctx, { id })
  requireInternship(engagement)
  const side = speakingSide(engagement, ctx.actor.partnerId, given)
  const repository = createAgreementsRepository(ctx.db)
  const newest = await repository.find(id)
  requireNewest(newest, replaces)
  if (newest && isDeepStrictEqual(newest.content, content)) return readAgreement(ctx, { id })
  const hasOffice = (await candidateOf(ctx, engagement)) !== undefined
  await repository.insert({
    engagementId: id,
    version: (newest?.version ?? 0) + 1,
    content,
    writtenBy: side,
    needed: hasOffice ? ['student', 'office', 'supervisor'] : ['student', 'supervisor'],
    writtenAt: ctx.clock(),
  })
  const agreement_version = (newest?.version ?? 0) + 1
  notifyEngagement(ctx, engagement, { type: 'engagement.agreement_written', agreement_version, side })
  return readAgreement(ctx, { id })
}

/**
 * Approves the newest version in a role that the caller speaks for. Approving twice changes nothing. Throws
 * `agreement_not_found`, `agreement_changed` for another version, `not_your_side`, and what `lockActiveEngagement` throws.
 */
export async function approveAgreement(
  ctx: WriteContext,
  { id, version, as }: ApprovalInput & { id: EngagementId },
): Promise<ReadAgreement> {
  const { partnerId } = ctx.actor
  const engagement = await lockActiveEngagement(ctx, { id })
  const repository = createAgreementsRepository(ctx.db)
  const newest = await repository.find(id)
  if (!newest) throw notFound('agreement', NO_AGREEMENT)
  requireNewest(newest, version)
  const role = speakingRole(newest, { engagement, partnerId, as })
  const approvals = await repository.approvalsOf(newest)
  if (approvals.some((one) => one.role === role)) return readAgreement(ctx, { id })
  const approval = { engagementId: id, version, role, approvedBy: partnerId, approvedAt: ctx.clock() }
  await repository.approve(approval)
  notifyEngagement(ctx, engagement, {
    type: 'engagement.agreement_approved',
    agreement_version: version,
    approved_as: role,
    is_approved: approvals.length + 1 === newest.needed.length,
  })
  return readAgreement(ctx, { id })
}

/** Reads the newest version, or another one. Throws `engagement_not_found` and `agreement_not_found`. */
export async function readAgreement(
  ctx: Context,
  { id, version }: { id: EngagementId; version?: number | undefined },
): Promise<ReadAgreement> {
  const engagement = await findEngagement(ctx, { id })
  const repository = createAgreementsRepository(ctx.db)
  const newest = await repository.find(id)
  const row = version === undefined ? newest : await repository.find(id, version)
  if (!newest) throw notFound('agreement', NO_AGREEMENT)
  if (!row)
    throw notFound('agreement', `The agreement has no version ${version}. Its newest is ${newest.version}.`)
  return {
    engagement,
    row,
    approvals: await repository.approvalsOf(row),
    isNewest: row.version === newest?.version,
    yours: rolesOf(row, engagement, ctx.actor.partnerId),
  }
}

function requireNewest(newest: AgreementRow | undefined, version: number | null): void {
  if ((newest?.version ?? null) === version) return
  throw new DomainError(
    'agreement_changed',
    newest
      ? `There is version ${newest.version} of the agreement. Read it with GET /v1/engagements/{id}/agreement, then send its version.`
      : 'There is no version yet of the agreement. Write the first without replaces.',
  )
}

function rolesOf({ needed }: AgreementRow, engagement: EngagementRow, partnerId: PartnerId): Role[] {
  const own = sidesOf(engagement, partnerId)
  return needed.filter((role) => own.includes(SIDE_OF[role]))
}

function speakingRole(
  row: AgreementRow,
  { engagement, partnerId, as }: { engagement: EngagementRow; partnerId: PartnerId; as: Role | undefined },
): Role {
  const own = rolesOf(row, engagement, partnerId)
  const [only] = own
  if (as === undefined && own.length === 1 && only) return only
  if (as === undefined) {
    const messages = [message('fault_approve_for', { roles: own })]
    throw validationFailed([{ pointer: '/as', code: 'required', messages }])
  }
  if (own.includes(as)) return as
  throw new DomainError(
    'not_your_side',
    `You do not speak for the ${as} of this internship. You can approve for: ${own.join(', ') || 'nobody'}.`,
  )
}
