import type { Agreement, WholeText } from './agreement.ts'
import type { Evidence } from './text-evidence.ts'
import type { TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

/** A skill, by number, and what in a text speaks for it. */
export interface Weighed {
  skill: number
  evidence: Evidence
}

export interface Sure extends Weighed {
  /** From its own words. */
  confidence: number
  /** A whole name is among the words that support no surer skill. */
  isNamed: boolean
  /** All of its words support surer skills too. */
  isRepeat: boolean
}

export interface Compared extends Sure {
  /** How likely it is, given everything that the text says. */
  agreed: number
  isOnlyHint: boolean
  isUnspoken: boolean
}

/** Functions and data with which evidence is evaluated. */
export interface ReadingOfEvidence {
  rankOf: WordRank
  /** Returns words as they are written in the text. */
  quote: (words: readonly TextWord[]) => string[]
  agreement: Agreement
  wholeText: WholeText
  /** Returns the words that speak most for a skill by what has been learnt of them. */
  learntWordsFor: (skill: number) => readonly TextWord[]
}
