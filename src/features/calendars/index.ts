export { registerCalendarFeed, registerCalendarsRoutes } from './calendars.routes.ts'
export { createCalendar } from './calendars.ts'
export { calendarsOfPartner } from './partner-rows.ts'
