export interface CircuitBreakerSettings {
  /** So many failures in a row open it. */
  failures: number
  /** So long it stays open before one call is let through on trial. */
  openMs: number
  /** A clock that only goes forward, in milliseconds. */
  nowMs: () => number
}

/**
 * Spares an endpoint that fails (Nygard, Release It!, "Circuit Breaker"): closed lets calls through; open lets none;
 * after `openMs` one call at a time is let through on trial, which closes it by succeeding and opens it again by failing.
 */
export class CircuitBreaker {
  readonly #settings: CircuitBreakerSettings
  #failuresInARow = 0
  #openedAtMs = 0
  #onTrial = false

  constructor(settings: CircuitBreakerSettings) {
    this.#settings = settings
  }

  get isOpen(): boolean {
    return this.#failuresInARow >= this.#settings.failures
  }

  /** How long until a call may be let through, in milliseconds; 0 where one may now. */
  get waitMs(): number {
    return this.isOpen ? Math.max(0, this.#openedAtMs + this.#settings.openMs - this.#settings.nowMs()) : 0
  }

  /** False where a call must not be made now. Who is let through tells with `succeeded` or `failed` how it went. */
  letsThrough(): boolean {
    if (!this.isOpen) return true
    if (this.#onTrial || this.waitMs > 0) return false
    this.#onTrial = true
    return true
  }

  succeeded(): void {
    this.#failuresInARow = 0
    this.#onTrial = false
  }

  failed(): void {
    this.#failuresInARow++
    this.#onTrial = false
    this.#openedAtMs = this.#settings.nowMs()
  }
}
