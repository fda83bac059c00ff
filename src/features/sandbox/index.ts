export { answerIntroductions } from './answer-introductions.ts'
export { registerSandboxRoutes } from './sandbox.routes.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
