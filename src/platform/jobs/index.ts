export { type BackgroundWork, createBackgroundWork } from './background-work.ts'
export { runJobs } from './run-jobs.ts'
export { createThread, type Thread } from './thread.ts'
