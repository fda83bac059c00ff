import { createAdviseReadiness, type ReadinessPorts } from './advise-readiness.ts'

export type Advice = ReturnType<typeof createAdvice>

/** The verbs of advice. */
export function createAdvice(ports: ReadinessPorts) {
  return { adviseReadiness: createAdviseReadiness(ports) }
}
