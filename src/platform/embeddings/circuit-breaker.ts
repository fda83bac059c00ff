import { CircuitState, ConsecutiveBreaker, circuitBreaker, handleAll } from 'cockatiel'

export interface CircuitBreakerSettings {
  /** The number of failures in a row that opens it. */
  failures: number
  /** How long it stays open before one call is let through on trial. */
  openMs: number
}

export type CircuitBreaker = ReturnType<typeof createCircuitBreaker>

/**
 * Spares an endpoint that fails (Nygard, Release It!, "Circuit Breaker"). While closed it lets calls through, while open
 * none. After `openMs` it lets one call through on trial: success closes it, failure opens it again.
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
    /** Milliseconds until a call may be let through; 0 if one may now. */
    get waitMs() {
      return policy.state === CircuitState.Open ? Math.max(0, openUntilMs - Date.now()) : 0
    },
    /** Makes the call. Throws `BrokenCircuitError` without making it while open; waits while another call is on trial. */
    run: <T>(call: () => Promise<T>): Promise<T> => policy.execute(call),
  }
}
