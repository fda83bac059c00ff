import { stemmer } from '@orama/stemmers/english'
import MiniSearch from 'minisearch'
import type { JudgedMarket } from './market-files.ts'

type Posted = Pick<JudgedMarket['needs'][number], 'id' | 'title' | 'description' | 'skills'>

const K1 = 1.2
const B = 0.75

/** Ranks offers by BM25 (Robertson and Zaragoza 2009) over English stems of title, description and skills. */
export function rankByBm25(market: JudgedMarket, limit: number): Map<string, string[]> {
  const documents = market.offers.map((offer) => ({ id: offer.id, counts: countsOf(stemsOf(offer)) }))
  const lengths = documents.map(({ counts }) => [...counts.values()].reduce((sum, count) => sum + count, 0))
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
  const frequency = new Map<string, number>()
  for (const { counts } of documents)
    for (const stem of counts.keys()) frequency.set(stem, (frequency.get(stem) ?? 0) + 1)

  const scoreOf = (stems: ReadonlySet<string>, at: number) => {
    const { counts } = documents[at] ?? { counts: new Map<string, number>() }
    let score = 0
    for (const stem of stems) {
      const count = counts.get(stem) ?? 0
      const inDocuments = frequency.get(stem) ?? 0
      const idf = Math.log(1 + (documents.length - inDocuments + 0.5) / (inDocuments + 0.5))
      score += (idf * count * (K1 + 1)) / (count + K1 * (1 - B + (B * (lengths[at] ?? 0)) / meanLength))
    }
    return score
  }
  return new Map(
    market.needs.map((need) => {
      const stems = new Set(stemsOf(need))
      const scored = documents.map(({ id }, at) => ({ id, score: scoreOf(stems, at) }))
      const best = scored.filter(({ score }) => score > 0).sort((a, b) => b.score - a.score)
      return [need.id, best.slice(0, limit).map(({ id }) => id)]
    }),
  )
}

/** Ranks offers by minisearch with its defaults. */
export function rankByMiniSearch(market: JudgedMarket, limit: number): Map<string, string[]> {
  const index = new MiniSearch<{ id: string; text: string }>({ fields: ['text'] })
  index.addAll(market.offers.map((offer) => ({ id: offer.id, text: textOf(offer) })))
  return new Map(
    market.needs.map((need) => [
      need.id,
      index
        .search(textOf(need))
        .slice(0, limit)
        .map(({ id }) => String(id)),
    ]),
  )
}

const textOf = ({ title, description, skills }: Posted) => [title, description, ...skills].join('\n')

function stemsOf(posted: Posted): string[] {
  const words =
    textOf(posted)
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  return words.map((word) => stemmer(word))
}

function countsOf(stems: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const stem of stems) counts.set(stem, (counts.get(stem) ?? 0) + 1)
  return counts
}
