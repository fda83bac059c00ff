import type { WriteContext } from '../../../platform/events/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import { message } from '../../../shared/messages/index.ts'
import type { Merge } from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import type { CandidateRow } from './candidates.table.ts'

/**
 * Returns notices about student changes in an import: a move to another program, and consent that the file no longer gives.
 * For each merge in order.
 */
export async function noticeCandidates(ctx: WriteContext, merges: readonly Merge[]): Promise<Fault[][]> {
  const keys = merges.map(({ externalId }) => externalId)
  const known = await createCandidatesRepository(ctx.db).withKeys(ctx.actor.partnerId, keys)
  const byKey = new Map<string | null, CandidateRow>(
    known.flatMap((row) => [[row.id, row] as const, [row.externalId, row] as const]),
  )
  return merges.map((merge) => {
    const before = byKey.get(merge.externalId)
    return before ? changesOf(before, merge) : []
  })
}

function changesOf(before: CandidateRow, { patch, blank }: Merge): Fault[] {
  const isMoved = typeof patch.program_id === 'string' && patch.program_id !== before.programId
  const moved = message('fault_moves', { from: before.programId, to: String(patch.program_id) })
  const { consent } = before.profile
  const unsaid = (['share_profile', 'share_contact'] as const).filter(
    (field) => consent[field] && blank?.includes(`/consent/${field}`),
  )
  return [
    ...(isMoved ? [{ pointer: '/program_id', code: 'program_changed', messages: [moved] }] : []),
    ...unsaid.map((field) => ({
      pointer: `/consent/${field}`,
      code: 'consent_blank',
      messages: [message('fault_of_office', { what: 'consent_blank' })],
    })),
  ]
}
