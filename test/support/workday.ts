/** The day on which somebody works at this moment, in California or another zone: hours are logged for no later one. */
export function workday(now = new Date(), zone = 'America/Los_Angeles'): string {
  return Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString()
}

/** The day that is so many days after today there, or before it if negative. */
export function dayFromToday(days: number, zone?: string): string {
  return Temporal.PlainDate.from(workday(new Date(), zone)).add({ days }).toString()
}
