/** Of every service of the tests, where a test says nothing else: they share a machine, and nobody waits for a quota. */
export const testSettings = {
  OVERLOAD_EVENT_LOOP_DELAY_MS: '0',
  OVERLOAD_REQUESTS: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
}
