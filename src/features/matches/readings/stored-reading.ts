import type { InferredSkill, PostedText } from '../../../engines/matching/index.ts'
import { curatedSkill } from '../../skills/index.ts'
import { hashOfReading } from './hash-of-reading.ts'
import type { StoredSkill } from './readings.table.ts'

/** The stored skills of a posting's text; null if it was never read. */
export type StoredReading = { madeFrom: Buffer; skills: readonly StoredSkill[] } | null

/** Returns the stored skills of a text if they were inferred from exactly this text, in the same way as now. */
export function readingOf(text: PostedText, stored: StoredReading): readonly InferredSkill[] | undefined {
  if (!stored?.madeFrom.equals(hashOfReading(text))) return undefined
  return stored.skills.map(([skill, confidence, because, ofHint]) => ({
    skill,
    label: curatedSkill(skill)?.label ?? skill,
    confidence,
    because: because ?? ofHint ?? [],
    isSure: because !== null,
  }))
}

/** Converts inferred skills to their stored form. */
export function toStored(read: readonly InferredSkill[]): StoredSkill[] {
  return read.map(({ skill, confidence, because, isSure }) =>
    isSure ? [skill, confidence, because] : [skill, confidence, null, because],
  )
}
