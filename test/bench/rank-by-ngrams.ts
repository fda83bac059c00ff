const SHORTEST = 3
const LONGEST = 5
const WORD = /[\p{L}\p{N}]+/gu

/** Ranks texts by what their words' parts have in common with a query's. */
export type RankByNgrams = (query: string) => string[]

/**
 * The peer for job titles: cosine of TF-IDF over character n-grams of 3 to 5 within words, ends of words marked, as
 * scikit-learn's `char_wb` (counts by their logarithm).
 */
export function createNgramRanker(documents: readonly { id: string; text: string }[]): RankByNgrams {
  const counts = documents.map(({ text }) => ngramCounts(text))
  const frequency = new Map<string, number>()
  for (const own of counts)
    for (const ngram of own.keys()) frequency.set(ngram, (frequency.get(ngram) ?? 0) + 1)
  const rarity = (ngram: string) => 1 + Math.log((1 + documents.length) / (1 + (frequency.get(ngram) ?? 0)))
  const lists = new Map<string, { at: number; weight: number }[]>()
  counts.forEach((own, at) => {
    for (const [ngram, weight] of unitVector(own, rarity)) {
      const list = lists.get(ngram) ?? []
      list.push({ at, weight })
      lists.set(ngram, list)
    }
  })
  return (query) => {
    const scores = new Map<number, number>()
    for (const [ngram, weight] of unitVector(ngramCounts(query), rarity))
      for (const one of lists.get(ngram) ?? [])
        scores.set(one.at, (scores.get(one.at) ?? 0) + weight * one.weight)
    return [...scores]
      .sort(([a, scoreOfA], [b, scoreOfB]) => scoreOfB - scoreOfA || a - b)
      .map(([at]) => documents[at]?.id ?? '')
  }
}

function ngramCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const [word] of text.toLowerCase().matchAll(WORD)) {
    const marked = ` ${word} `
    for (let length = SHORTEST; length <= LONGEST; length++)
      for (let at = 0; at + length <= marked.length; at++) {
        const ngram = marked.slice(at, at + length)
        counts.set(ngram, (counts.get(ngram) ?? 0) + 1)
      }
  }
  return counts
}

function unitVector(
  counts: ReadonlyMap<string, number>,
  rarity: (ngram: string) => number,
): [string, number][] {
  const weights = [...counts].map(([ngram, count]): [string, number] => [
    ngram,
    (1 + Math.log(count)) * rarity(ngram),
  ])
  const norm = Math.hypot(...weights.map(([, weight]) => weight))
  return weights.map(([ngram, weight]) => [ngram, weight / norm])
}
