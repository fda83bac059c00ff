import type { CompiledPosting, Compiler } from '../rows/compiled-posting.ts'
import { NO_VECTOR } from '../rows/meanings.ts'

/** A compiled posting in a form that JSON can hold. */
export interface StoredPosting extends Omit<CompiledPosting, 'meaning' | 'week'> {
  week: { timeZone: string; slots: number[] } | null
  /** The model is null without a vector. The numbers are encoded in base 64. */
  meaning: { model: string | null; hasDirection: boolean; numbers: string } | null
}

/** Converts a compiled posting to its stored form. */
export function toStored(posting: CompiledPosting, compiler: Compiler): StoredPosting {
  const { meaning, week } = posting
  return {
    ...posting,
    week: week && { timeZone: week.timeZone, slots: [...week.slots] },
    meaning: meaning && {
      model: compiler.models()[meaning.kind - 1] ?? null,
      hasDirection: meaning.hasDirection,
      numbers: Buffer.from(meaning.numbers).toString('base64'),
    },
  }
}

/** Converts a stored posting back. */
export function fromStored(
  { meaning, week, ...posting }: StoredPosting,
  compiler: Compiler,
): CompiledPosting {
  return {
    ...posting,
    week: week && { timeZone: week.timeZone, slots: Int32Array.from(week.slots) },
    meaning: meaning && {
      kind: meaning.model === null ? NO_VECTOR : compiler.kindOf(meaning.model),
      hasDirection: meaning.hasDirection,
      numbers: numbersOf(meaning.numbers),
    },
  }
}

function numbersOf(text: string): Int8Array {
  return Int8Array.from(Buffer.from(text, 'base64'))
}
