export { registerCalendarFeed, registerCalendarsRoutes } from './calendars.routes.ts'
export { calendarsOfPartner } from './partner-rows.ts'
