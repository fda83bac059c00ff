import { readFileSync } from 'node:fs'
import { endianness } from 'node:os'
import { z } from 'zod'
import type { LearntWords } from '../../engines/skills/index.ts'

/** A line of JSON, padded to whole words of 32 bits, and behind it the arrays as they are in memory (little endian). */
export const LEARNT_WORDS_FILE = new URL('./learnt-words.bin', import.meta.url)

const head = z.object({
  learntFrom: z.string(),
  dimensions: z.int().positive(),
  features: z.int().positive(),
  skills: z.array(z.string()),
})
const WORD_BYTES = 4
const LINE_END = 10

let read: (LearntWords & { learntFrom: string }) | undefined

/** Reads the file that `npm run skill-meanings` writes, with the `hashOfLearnt` of the texts. A process reads it once. */
export function readLearntWords(): LearntWords & { learntFrom: string } {
  read ??= learntWordsIn(readFileSync(LEARNT_WORDS_FILE))
  return read
}

function learntWordsIn(bytes: Buffer): LearntWords & { learntFrom: string } {
  if (endianness() !== 'LE')
    throw new Error('what was learnt of words can be read by little-endian machines only')
  const end = bytes.indexOf(LINE_END) + 1
  const { learntFrom, dimensions, features, skills } = head.parse(JSON.parse(bytes.toString('utf8', 0, end)))
  let at = end
  const next = (length: number): ArrayBuffer => {
    const part = new Uint8Array(bytes.subarray(at, at + length))
    at += length
    return part.buffer
  }
  return {
    learntFrom,
    dimensions,
    skills,
    hashes: new Uint32Array(next(features * WORD_BYTES)),
    rarities: new Float32Array(next(features * WORD_BYTES)),
    scales: new Float32Array(next(features * WORD_BYTES)),
    weights: new Float32Array(next(skills.length * dimensions * WORD_BYTES)),
    biases: new Float32Array(next(skills.length * WORD_BYTES)),
    numbers: new Int8Array(next(features * dimensions)),
  }
}

/** Returns the contents of the file. */
export function learntWordsFile(learnt: LearntWords & { learntFrom: string }): Uint8Array[] {
  const { learntFrom, dimensions, skills, hashes, rarities, scales, weights, biases, numbers } = learnt
  const line = JSON.stringify({ learntFrom, dimensions, features: hashes.length, skills })
  const padded = line.padEnd(Math.ceil((line.length + 1) / WORD_BYTES) * WORD_BYTES - 1)
  const arrays = [hashes, rarities, scales, weights, biases, numbers]
  return [
    Buffer.from(`${padded}\n`),
    ...arrays.map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength)),
  ]
}
