import type { MarketNeed, MarketOffer } from '../market.ts'
import type { Pair } from '../pair.ts'
import { listed } from '../sentences.ts'
import { wordsByStem } from '../text.ts'
import { shared } from './factor.ts'

const WORDS_SHOWN = 3
/** A reader learns more from longer words. */
const TELLING_LENGTH = 3

/** Cosine of the two texts, rare words first. */
export const wording = shared('wording', (pair) => pair.wording, reason)

function reason(pair: Pair): string {
  if (pair.sharedStems.length === 0) return 'The two texts share no word.'
  const telling = pair.sharedStems.filter((stem) => stem.length >= TELLING_LENGTH)
  const stems = (telling.length > 0 ? telling : pair.sharedStems).slice(0, WORDS_SHOWN)
  const spelled = wordsByStem(textOf(pair.need))
  return `Both speak of ${listed(stems.map((stem) => `“${spelled.get(stem) ?? stem}”`))}.`
}

function textOf({ title, description, skills }: MarketNeed | MarketOffer): string {
  return [title, ...skills.map((one) => one.label), description].join(' ')
}
