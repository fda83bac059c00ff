/** The day on which somebody works at this moment, in California or another zone: hours are logged for no later one. */
export function workday(now = new Date(), zone = 'America/Los_Angeles'): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}
