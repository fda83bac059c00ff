/** A candidate to place, with the needs that they accept, best first. */
export interface PlacedCandidate {
  id: string
  choices: readonly string[]
  /**
   * Rank of each choice, from 0. Choices of one rank are equally good. Default: each choice is better than the next.
   */
  ranks?: readonly number[]
}

/** A candidate with a score in [0, 1] for each choice. */
export interface ScoredCandidate extends PlacedCandidate {
  scores: readonly number[]
}

export interface PlacedNeed {
  id: string
  /** Maximum number of candidates. */
  capacity: number
  /** The need takes either nobody or at least this many. Default: any number. */
  minimum?: number
  organizationId: string
}

/** An organization: its maximum number of candidates over all its needs, and the candidates it accepts, best first. */
export interface PlacedOrganization {
  id: string
  capacity: number
  ranking: readonly string[]
  /** Rank of each candidate in the ranking, as for choices. */
  ranks?: readonly number[]
}

/** Two candidates who must be together or apart, at a need or at an organization. */
export interface Bond {
  candidates: readonly [string, string]
  at: 'need' | 'organization'
}

export interface Cohort {
  candidates: readonly PlacedCandidate[]
  needs: readonly PlacedNeed[]
  organizations: readonly PlacedOrganization[]
  /** Both get a place at the same need or organization, or neither gets one. */
  together?: readonly Bond[]
  /** The two never get places at the same need or organization. */
  apart?: readonly Bond[]
}

export interface ScoredCohort extends Cohort {
  candidates: readonly ScoredCandidate[]
}

/** A candidate placed at a need. */
export type Pair = [candidateId: string, needId: string]

/**
 * Returns the minimum below which a need closes, or 0 if it never closes: one candidate always reaches a minimum of 1.
 */
export function minimumOf({ minimum = 0 }: PlacedNeed): number {
  return minimum > 1 ? minimum : 0
}

export function hasBonds({ together = [], apart = [] }: Cohort): boolean {
  return together.length > 0 || apart.length > 0
}
