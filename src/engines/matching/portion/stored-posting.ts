import type { CompiledPosting, Compiler } from '../rows/compiled-posting.ts'

/** A compiled posting in a form that JSON can hold. */
export interface StoredPosting extends Omit<CompiledPosting, 'meaning' | 'week'> {
  week: { timeZone: string; slots: number[] } | null
  /** The numbers are encoded in base 64. */
  meaning: { model: string; numbers: string } | null
}

/** Converts a compiled posting to its stored form. */
export function toStored(posting: CompiledPosting, compiler: Compiler): StoredPosting {
  const { meaning, week } = posting
  const model = meaning && compiler.models()[meaning.kind]
  return {
    ...posting,
    week: week && { timeZone: week.timeZone, slots: [...week.slots] },
    meaning:
      meaning && model !== undefined && model !== null
        ? { model, numbers: Buffer.from(meaning.numbers).toString('base64') }
        : null,
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
    meaning: meaning && compiler.meaningOf({ meaning: { ...meaning, numbers: numbersOf(meaning.numbers) } }),
  }
}

function numbersOf(text: string): Int8Array {
  return Int8Array.from(Buffer.from(text, 'base64'))
}
