/** Positions that no work under way or done has filled. More may be taken than there are, if the partner has cut them since. */
export function positionsLeft(record: { need: { positions: number }; takenPositions: number }): number {
  return Math.max(0, record.need.positions - record.takenPositions)
}

/** Hours a week that an offer gives: its own, and no more than its helper gives in all. Null if neither says. */
export function hoursOffered({
  offer,
  helper,
}: {
  offer: number | null
  helper: number | null
}): number | null {
  if (offer === null || helper === null) return offer ?? helper
  return Math.min(offer, helper)
}
