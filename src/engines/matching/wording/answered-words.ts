/**
 * What it says that an offer answers this share of the weight of a need's words, in [0, 1]. A text has many words and an
 * answer uses few of them, so a small share says much: as if five independent parts of the text each had to be missed.
 * Grows with the share. Chosen on judged markets ("Fit and floor" in docs/design/matching.md).
 */
export function answeredBy(share: number): number {
  const missed = 1 - share
  return 1 - missed * missed * missed * missed * missed
}
