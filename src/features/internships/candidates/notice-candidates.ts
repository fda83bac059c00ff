import type { WriteContext } from '../../../platform/events/index.ts'
import type { Fault } from '../../../shared/errors.ts'
import type { Merge } from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import type { CandidateRow } from './candidates.table.ts'

/**
 * What an office should know of students who are about to be imported: another record that looks like the same person, a
 * move to another program, and a consent that the file no longer gives. For each merge in their order.
 */
export async function noticeCandidates(ctx: WriteContext, merges: readonly Merge[]): Promise<Fault[][]> {
  const repository = createCandidatesRepository(ctx.db)
  const { partnerId } = ctx.actor
  const emails = merges.flatMap(({ patch }) => emailOf(patch.email) ?? [])
  const digits = merges.flatMap(({ externalId }) => digitsOf(externalId) ?? [])
  const known = await repository.findLike(partnerId, {
    externalIds: merges.map(({ externalId }) => externalId),
    emails,
    digits,
  })
  const byKey = new Map<string | null, CandidateRow>(
    known.flatMap((row) => [[row.id, row] as const, [row.externalId, row] as const]),
  )
  const byEmail = Map.groupBy(known, (row) => emailOf(row.profile.email))
  const byDigits = Map.groupBy(known, ({ externalId }) => digitsOf(externalId ?? ''))
  return merges.map((merge) => {
    const { externalId, patch } = merge
    const isOther = (row: CandidateRow) => row.externalId !== externalId && row.id !== externalId
    const email = emailOf(patch.email)
    const before = byKey.get(externalId)
    const sameEmail = email ? byEmail.get(email)?.find(isOther) : undefined
    const sameDigits = digitsOf(externalId) && byDigits.get(digitsOf(externalId))?.find(isOther)
    return [
      ...(sameEmail ? [sameEmailAs(sameEmail)] : []),
      ...(sameDigits ? [sameDigitsAs(sameDigits)] : []),
      ...(before ? changesOf(before, merge) : []),
    ]
  })
}

function nameOf({ id, externalId }: CandidateRow): string {
  return externalId ?? id
}

function sameEmailAs(other: CandidateRow): Fault {
  const detail = `Same e-mail as ${nameOf(other)}. If they are one person, keep one of the two records.`
  return { pointer: '/email', code: 'same_email', detail }
}

function sameDigitsAs(other: CandidateRow): Fault {
  const detail = `Differs from ${nameOf(other)} in leading zeros only. A spreadsheet may have dropped them.`
  return { pointer: '/external_id', code: 'similar_id', detail }
}

function changesOf(before: CandidateRow, { patch, blank }: Merge): Fault[] {
  const isMoved = typeof patch.program_id === 'string' && patch.program_id !== before.programId
  const moved = `The student moves from the program ${before.programId} to ${patch.program_id}.`
  const { consent } = before.profile
  const unsaid = (['share_profile', 'share_contact'] as const).filter(
    (field) => consent[field] && blank?.includes(`/consent/${field}`),
  )
  return [
    ...(isMoved ? [{ pointer: '/program_id', code: 'program_changed', detail: moved }] : []),
    ...unsaid.map((field) => ({
      pointer: `/consent/${field}`,
      code: 'consent_blank',
      detail:
        'The student gave this consent before, and it is blank here. It stays given. Write “no” to end it.',
    })),
  ]
}

function emailOf(value: unknown): string | null {
  return typeof value === 'string' ? value.toLowerCase() : null
}

/** An id of digits without its leading zeros; null for any other id. */
function digitsOf(externalId: string): string | null {
  return /^\d+$/.test(externalId) ? externalId.replace(/^0+/, '') : null
}
