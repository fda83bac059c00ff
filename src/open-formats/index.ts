export { createNeedJsonLd } from './own-need-json-ld.ts'
export { registerPublicRoutes } from './public.routes.ts'
export { registerResumeRoutes } from './resume.routes.ts'
