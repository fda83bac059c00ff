/**
 * Returns the evidence that an offer answers a need, in [0, 1], given the share of the weight of the need's words that
 * it answers. An answer uses few of a text's many words, so a small share says much: as if each of five independent
 * parts of the text had to be missed. Grows with the share. Chosen on judged markets ("Fit and floor" in
 * docs/design/matching.md).
 */
export function answeredBy(share: number): number {
  const missed = 1 - share
  return 1 - missed * missed * missed * missed * missed
}
