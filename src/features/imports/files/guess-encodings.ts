import { setImmediate } from 'node:timers/promises'
import chardet from 'chardet'

/** A possible encoding of a text that is not UTF-8, guessed by its language. */
export interface EncodingGuess {
  name: string
  /** From 0 to 100. */
  confidence: number
}

/** Encodings that differ only in signs such as quotation marks. */
const FAMILY: Readonly<Record<string, string>> = {
  ASCII: 'windows-1252',
  'UTF-8': 'windows-1252',
  'ISO-8859-1': 'windows-1252',
  'ISO-8859-2': 'windows-1250',
  'ISO-8859-5': 'windows-1251',
  'ISO-8859-6': 'windows-1256',
  'ISO-8859-7': 'windows-1253',
  'ISO-8859-8': 'windows-1255',
  'ISO-8859-9': 'windows-1254',
}

const PART_BYTES = 4096

/**
 * Guesses the encodings of a sample, the likeliest first. Yields after each part, because its statistics take some
 * milliseconds, and more the first time.
 */
export async function guessEncodings(sample: Uint8Array): Promise<EncodingGuess[]> {
  const total = new Map<string, number>()
  for (let at = 0; at < sample.length; at += PART_BYTES) {
    const part = sample.subarray(at, at + PART_BYTES)
    for (const [name, confidence] of bestOfEach(part))
      total.set(name, (total.get(name) ?? 0) + (confidence * part.length) / sample.length)
    await setImmediate()
  }
  return [...total]
    .map(([name, confidence]) => ({ name, confidence }))
    .toSorted((one, other) => other.confidence - one.confidence)
}

function bestOfEach(sample: Uint8Array): Map<string, number> {
  const best = new Map<string, number>()
  for (const { name, confidence } of chardet.analyse(sample)) {
    const family = FAMILY[name] ?? name
    best.set(family, Math.max(best.get(family) ?? 0, confidence))
  }
  return best
}
