import type { MarketNeed, MarketOffer } from '../market.ts'
import type { Pair } from '../pair.ts'
import { listed } from '../sentences.ts'
import { wordsByStem } from '../text.ts'
import { shared } from './factor.ts'

const WORDS_SHOWN = 3

/** Cosine of the two texts, rare words first. */
export const wording = shared('wording', (pair) => pair.wording, reason)

function reason(pair: Pair): string {
  const stems = pair.sharedStems.slice(0, WORDS_SHOWN)
  if (stems.length === 0) return 'The two texts share no word.'
  const spelled = wordsByStem(textOf(pair.need))
  return `Both speak of ${listed(stems.map((stem) => `“${spelled.get(stem) ?? stem}”`))}.`
}

function textOf({ title, description, skills }: MarketNeed | MarketOffer): string {
  return [title, ...skills.map((one) => one.label), description].join(' ')
}
