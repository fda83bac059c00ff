/** What the wording model weighs, and how. */
export interface WordingOptions {
  /** How many words of the description one word of the title or of a skill's label counts as. */
  titleCount: number
  /** BM25F's b of the offer's title and labels: how far a long text is held against its words, in [0, 1]. */
  titleLengthNorm: number
  /** The same of the offer's description. */
  descriptionLengthNorm: number
  /** BM25's k1: the count at which a word of an offer is worth half of what it can be. */
  offerHalfCount: number
  /** The same for a need, where a word said once says nearly all. */
  needHalfCount: number
  /** What a word of a need that speaks for no skill counts, against 1 of one that does, in [0, 1]. */
  asideWeight: number
  /** Two words are near from this likeness on: cosine of their trigrams. */
  leastLikeness: number
  /** A near word is worth this times its likeness, against 1 of the same word. 0: same words only. */
  nearWeight: number
  /** Most near words of one word, the likest first. Above it the two sides may see a pair differently. */
  maxNearWords: number
  /** Weight of a skill named in a text, relative to a word. 0: skills are not searched for. */
  conceptWeight: number
  /** A related skill is worth this times the strength of the relation, against 1 of the same skill. */
  relatedWeight: number
  /** Added to the weight of the need's words, in units of rarity: a match on one word is less sure than on several. */
  doubt: number
  /** Words in more than this share of the postings do not make two of them meet … */
  commonShare: number
  /** … where so many postings hold them. */
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
