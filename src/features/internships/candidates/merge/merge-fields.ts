import { isDeepStrictEqual } from 'node:util'
import type { CandidateInput } from '../candidates.schemas.ts'
import type { MergeAnswer } from './merge.schemas.ts'

/** What two records of one person make together, and where they differ. */
export interface MergedFields {
  input: Record<string, unknown>
  fields: MergeAnswer['fields']
}

/**
 * The kept record's values win. Its blank fields are filled from the other, blocks of both hold, and a consent holds only
 * where both gave it.
 */
export function mergeFields(kept: CandidateInput, from: CandidateInput): MergedFields {
  const combined: Partial<CandidateInput> = {
    consent: stricterConsent(kept.consent, from.consent),
    blocked_organization_ids: [
      ...new Set([...kept.blocked_organization_ids, ...from.blocked_organization_ids]),
    ],
  }
  const input: Record<string, unknown> = { ...from, ...withoutBlank(kept), ...combined }
  const before: Record<string, unknown> = { ...kept }
  const other: Record<string, unknown> = { ...from }
  const fields = Object.keys(input)
    .filter((name) => !isDeepStrictEqual(orNull(before[name]), orNull(other[name])))
    .map((name) => ({
      name,
      outcome: outcomeOf(name in combined, before[name], input[name]),
      kept: orNull(before[name]),
      from: orNull(other[name]),
    }))
  return { input, fields }
}

function outcomeOf(isCombined: boolean, before: unknown, after: unknown): 'kept' | 'combined' | 'filled' {
  if (isDeepStrictEqual(orNull(before), orNull(after))) return 'kept'
  return isCombined ? 'combined' : 'filled'
}

/** The consent of the record that allows less; of two that allow the same, the one that was recorded later. */
function stricterConsent(
  kept: CandidateInput['consent'],
  from: CandidateInput['consent'],
): CandidateInput['consent'] {
  const later = Date.parse(from.recorded_at) > Date.parse(kept.recorded_at) ? from : kept
  const allowed = {
    share_profile: kept.share_profile && from.share_profile,
    share_contact: kept.share_contact && from.share_contact,
  }
  const isMet = (one: CandidateInput['consent']) =>
    one.share_profile === allowed.share_profile && one.share_contact === allowed.share_contact
  const source = [later, kept, from].find(isMet) ?? later
  return { ...source, ...allowed }
}

function withoutBlank(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)))
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function orNull(value: unknown): unknown {
  return value === undefined ? null : value
}
