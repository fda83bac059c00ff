export { registerPublicRoutes } from './public.routes.ts'
export { createPublishing, type Publishing } from './publishing.ts'
export { registerRecordRoutes } from './records/record.routes.ts'
export { registerResumeRoutes } from './records/resume.routes.ts'
