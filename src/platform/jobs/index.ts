export { type BackgroundWork, createBackgroundWork } from './background-work.ts'
export { countJobs } from './jobs.repository.ts'
export { runJobs } from './run-jobs.ts'
export { createThread, type Thread } from './thread.ts'
