export type { ConfirmedHours } from './answer-hours.ts'
export { calendarOf, type EngagementEvents } from './calendar.ts'
export { engagementList } from './engagement-list.ts'
export { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
export { registerEngagementsRoutes } from './engagements.routes.ts'
export {
  completeInput,
  type Engagement,
  endInput,
  endReasons,
  obstacles,
  planInput,
  type RetrospectivesShown,
  retrospectiveInput,
} from './engagements.schemas.ts'
export { type EngagementRow, engagements, type HoursRow, retrospectives } from './engagements.table.ts'
export { createEngagements, type Engagements } from './engagements.ts'
export {
  findEngagement,
  lockActiveEngagement,
  lockEngagement,
  requireSide,
  speakingSide,
} from './find-engagement.ts'
export { createHoursRepository } from './hours.repository.ts'
export { correctionInput, disputeInput, type Hours, hoursInput, roundedHours } from './hours.schemas.ts'
export { requireDaysToHold } from './join-days.ts'
export { createJoinWorkRepository } from './join-parties.repository.ts'
export { joinWork } from './join-work.ts'
export { logNameDisclosure, nameShowing } from './log-name-disclosure.ts'
export { mergeHours } from './merge-hours.ts'
export { notifyEngagement } from './notify-engagement.ts'
export { engagementsOfPartner } from './partner-rows.ts'
export type { WeekOfHours } from './partners-hours.repository.ts'
export { placedCheckIns } from './planned-check-ins.ts'
export { placedSessions } from './planned-sessions.ts'
export { removeUnchangedHours } from './remove-unchanged-hours.ts'
export { createReturnPosition } from './return-position.ts'
export { readProposals, showHours, showRetrospectives } from './show-engagement.ts'
export { createTriedHoursRepository } from './tried-hours.repository.ts'
