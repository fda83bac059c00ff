import { HINT } from '../rows/importances.ts'
import { NO_END, NO_START } from '../rows/layout.ts'
import type { StoredPosting } from './stored-posting.ts'

/** What a statement finds a posting by, and bounds its score by: see `Question`. */
export interface SearchColumns {
  flags: number
  startsDay: number
  endsDay: number
  skills: string[]
  /** Skills that are only hinted at. Nobody is found by them. */
  hints: string[]
  /** Stems by which it is found: see the gate `nothing_in_common`. */
  foundBy: string[]
  stems: string[]
}

export function searchColumnsOf(side: 'need' | 'offer', posting: StoredPosting): SearchColumns {
  const { flags, startDay, endDay, skills, words } = posting
  const named = (isHint: boolean) =>
    skills.filter(({ importance }) => (importance === HINT) === isHint).map(({ skill }) => skill)
  const stems = words.map(({ stem }) => stem)
  return {
    flags,
    startsDay: startDay ?? NO_START,
    endsDay: endDay ?? NO_END,
    skills: named(false),
    hints: named(true),
    foundBy: side === 'need' ? stems : words.filter(({ opens }) => opens).map(({ stem }) => stem),
    stems,
  }
}
