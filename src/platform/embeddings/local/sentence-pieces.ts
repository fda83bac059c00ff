import { float64At, int32At, itemAt } from '../../../shared/item-at.ts'

/** Numbers below this are not pieces. The first stands for unknown characters. */
const RESERVED = 6
const UNKNOWN = 0
const SPACE = '▁'

/** Splits texts into the pieces of a model's vocabulary. */
export interface SentencePieces {
  /** Returns the numbers of the first pieces of a text, up to `most`. */
  encode(text: string, most: number): number[]
}

/**
 * Creates a tokenizer that finds the most probable split of a text into pieces, by the sum of their scores
 * (Kudo 2018, the unigram model of SentencePiece), with Viterbi's algorithm.
 */
export function createSentencePieces(
  vocabulary: readonly (readonly [piece: string, score: number | null])[],
): SentencePieces {
  const known = new Map<string, { number: number; score: number }>()
  vocabulary.forEach(([piece, score], number) => {
    if (number >= RESERVED && score !== null) known.set(piece, { number, score })
  })
  // Most sequences of characters begin no piece: this ends the search for longer ones.
  const starts = new Set([...known.keys()].flatMap((piece) => prefixesOf(piece)))
  const longest = Math.max(...[...known.keys()].map((piece) => [...piece].length))

  return {
    encode(text, most) {
      // Each piece has at most `longest` characters, and later characters only change the last pieces before
      // them.
      const characters = spelled(text, longest * (most + 1))
      const best = new Float64Array(characters.length + 1).fill(Number.NEGATIVE_INFINITY)
      const lengths = new Int32Array(characters.length + 1)
      const pieces = new Int32Array(characters.length + 1)
      best[0] = 0
      const reach = (end: number, length: number, number: number, score: number) => {
        const total = float64At(best, end - length) + score
        if (total < float64At(best, end)) return
        best[end] = total
        lengths[end] = length
        pieces[end] = number
      }
      for (let start = 0; start < characters.length; start++) {
        let piece = ''
        let isSpelled = false
        const last = Math.min(characters.length, start + longest)
        for (let end = start; end < last; end++) {
          piece += itemAt(characters, end)
          if (!starts.has(piece)) break
          const found = known.get(piece)
          if (!found) continue
          isSpelled = true
          reach(end + 1, end + 1 - start, found.number, found.score)
        }
        if (!isSpelled) reach(start + 1, 1, UNKNOWN, 0)
      }
      const found: number[] = []
      for (let end = characters.length; end > 0; end -= int32At(lengths, end)) {
        const number = int32At(pieces, end)
        // Several unknown characters in a row count as one.
        if (number !== UNKNOWN || found.at(-1) !== UNKNOWN) found.push(number)
      }
      return found.reverse().slice(0, most)
    },
  }
}

function prefixesOf(piece: string): string[] {
  const characters = [...piece]
  return characters.map((_, at) => characters.slice(0, at + 1).join(''))
}

/** Returns the characters of a text as spelled in the vocabulary: each word after the sign for a space. */
function spelled(text: string, most: number): string[] {
  // One character can become 18 (NFKC of U+FDFA), and none shrinks to less than a part of one.
  const start = text
    .slice(0, 2 * most)
    .normalize('NFKC')
    .trim()
    .replace(/\s+/gu, SPACE)
  return start === '' ? [] : [...`${SPACE}${start}`].slice(0, most)
}
