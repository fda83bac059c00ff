/** Options of the wording model. */
export interface WordingOptions {
  /** How many words of the description one word of the title or of a skill's label counts as. */
  titleCount: number
  /** BM25F's b for the offer's title and labels: how strongly long texts are penalized, in [0, 1]. */
  titleLengthNorm: number
  /** The same for the offer's description. */
  descriptionLengthNorm: number
  /** BM25's k1: the count at which a word of an offer has half of its maximum weight. */
  offerHalfCount: number
  /** The same for a need, where a word that occurs once already has nearly its full weight. */
  needHalfCount: number
  /** Weight of a word in a need that belongs to no skill, in [0, 1], relative to one that does. */
  asideWeight: number
  /** Minimum likeness for two words to count as near: the cosine of their trigrams. */
  leastLikeness: number
  /** Weight of a near word, times its likeness, relative to the same word. 0: only the same words match. */
  nearWeight: number
  /**
   * Maximum number of near words of one word, the most alike first. If a word has more, the two sides' results may
   * differ.
   */
  maxNearWords: number
  /** Weight of a skill named in a text, relative to a word. 0: skills are not searched for. */
  conceptWeight: number
  /** Weight of a related skill, times the strength of the relation, relative to the same skill. */
  relatedWeight: number
  /**
   * Added to the weight of the need's words, in units of rarity: a match on one word is less certain than on several.
   */
  doubt: number
  /** Words in more than this share of the postings are not enough in common for a match … */
  commonShare: number
  /** … if more than this many postings have them. */
  commonCount: number
}

/** Round numbers that worked well on two data sets: job titles and occupations, and sentences and skills. */
export const WORDING_OPTIONS: Readonly<WordingOptions> = {
  titleCount: 3,
  titleLengthNorm: 0.9,
  descriptionLengthNorm: 0.5,
  offerHalfCount: 5,
  needHalfCount: 0.3,
  asideWeight: 0.5,
  leastLikeness: 0.6,
  nearWeight: 0.5,
  maxNearWords: 64,
  conceptWeight: 0.3,
  relatedWeight: 0.5,
  doubt: 4,
  commonShare: 0.02,
  commonCount: 1000,
}
