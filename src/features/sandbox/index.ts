export { answerIntroductions } from './answer-introductions.ts'
export { followMovedClocks } from './due-work.ts'
export { registerSandboxRoutes } from './sandbox.routes.ts'
export { createSandbox, type Sandbox } from './sandbox.ts'
