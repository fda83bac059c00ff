export { tellMatches } from './tell-matches.ts'
