export { type Jobs, runJobs } from './run-jobs.ts'
