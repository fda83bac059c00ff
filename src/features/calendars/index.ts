export { registerCalendarFeed, registerCalendarsRoutes } from './calendars.routes.ts'
export type { CalendarRow } from './calendars.table.ts'
export { createCalendar, listCalendars, revokeCalendar } from './calendars.ts'
export { calendarsOfPartner } from './partner-rows.ts'
