export { answerIntroductions } from './answer-introductions.ts'
export { registerSandboxRoutes } from './sandbox.routes.ts'
