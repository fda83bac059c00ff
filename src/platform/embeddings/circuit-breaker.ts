import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'

export interface CircuitBreakerSettings {
  /** Number of consecutive failures that opens it. */
  failures: number
  /** Time for which it stays open before one trial call, in ms. */
  openMs: number
}

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>

/**
 * Protects a failing endpoint (Nygard, Release It!, "Circuit Breaker"). When closed it allows calls, when
 * open none. After `openMs` it allows one trial call: success closes it, failure opens it again.
 */
export function createCircuitBreaker({ failures, openMs }: CircuitBreakerSettings) {
  const policy = circuitBreaker(handleAll, {
    halfOpenAfter: openMs,
    breaker: new ConsecutiveBreaker(failures),
  })
  let openUntilMs = 0
  policy.onBreak(() => {
    openUntilMs = Date.now() + openMs
  })
  return {
    /** True from too many failures in a row until a success. */
    get isOpen() {
      return policy.state !== CircuitState.Closed
    },
    /** Milliseconds until a call is allowed; 0 if one is allowed now. */
    get waitMs() {
      return policy.state === CircuitState.Open ? Math.max(0, openUntilMs - Date.now()) : 0
    },
    /**
     * Makes the call. Throws `BrokenCircuitError` without making it while open; waits during another trial
     * call.
     */
    run: <T>(call: () => Promise<T>): Promise<T> => policy.execute(call),
  }
}
