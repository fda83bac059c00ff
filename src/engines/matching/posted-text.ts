import type { PostedText } from './engine-interface.ts'
import type { MarketNeed, MarketOffer } from './postings.ts'
import { namesOfReturns } from './return-names.ts'

/** Returns the text of a posting from which its skills are inferred. */
export function postedTextOf(posting: MarketNeed | MarketOffer): PostedText {
  const { title, description, meaning, skills } = posting
  return {
    title,
    description,
    side: sideOf(posting),
    returns: namesOfReturns(posting),
    meaning,
    isTagged: skills.length > 0,
  }
}

/** Only offers have terms. */
export function sideOf(posting: MarketNeed | MarketOffer): 'need' | 'offer' {
  return 'terms' in posting ? 'offer' : 'need'
}
