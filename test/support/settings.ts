import { createSecretBox } from '../../src/platform/secrets/secret-box.ts'

const SECRETS_KEY = 'a key of the tests that is no secret'

/** Settings of every service of the tests, unless a test sets others: services share a machine, and no test waits for a quota. */
export const testSettings = {
  OVERLOAD_EVENT_LOOP_DELAY_MS: '0',
  OVERLOAD_REQUESTS: '0',
  OPEN_REQUESTS_PER_CLIENT: '0',
  OPEN_REQUESTS_PER_ADDRESS: '0',
  RATE_LIMIT_PER_MINUTE: '1000000',
  // Loading the model takes longer than most tests.
  EMBEDDINGS: 'off',
  INDEX_CACHE_DIR: 'off',
  SECRETS_KEY,
  // The same tests, with matches found in the database.
  ...(process.env.TEST_MATCHING && { MATCHING: process.env.TEST_MATCHING }),
}

/** Opens what services of the tests have sealed. */
export const testSecrets = createSecretBox([SECRETS_KEY])
