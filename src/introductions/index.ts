export { expireIntroductions } from './expire.ts'
export { registerIntroductionsRoutes } from './introductions.routes.ts'
export {
  contactDisclosures,
  type IntroductionRow,
  introductions,
  type Side,
  sides,
  twoSidedColumns,
} from './introductions.table.ts'
export { otherSide, partyOf, sidesOf, type TwoSided, tellBoth, tellReranked } from './sides.ts'
export { addToTracks } from './track-records.repository.ts'
export { trackRecords } from './track-records.table.ts'
export { isParty, listTwoSided, type TwoSidedFilter } from './two-sided.repository.ts'
