/** The day on which somebody in California works at this moment: hours are logged for no later one. */
export function workday(now = new Date()): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO('America/Los_Angeles')
    .toPlainDate()
    .toString()
}
