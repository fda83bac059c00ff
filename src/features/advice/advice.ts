import { createAdviseReadiness, type ReadinessPorts } from './advise-readiness.ts'

export type Advice = ReturnType<typeof createAdvice>

/** Creates the operations on advice. */
export function createAdvice(ports: ReadinessPorts) {
  return { adviseReadiness: createAdviseReadiness(ports) }
}
