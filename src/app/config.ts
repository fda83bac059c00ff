import { z } from 'zod'

const port = z.coerce.number('Must be a number').int().min(0).max(65_535)
const positiveInt = z.coerce.number('Must be a number').int().positive()
const notNegative = z.coerce.number('Must be a number').int().min(0)
/** Other characters in a header would be refused by fetch, in a message that quotes them. */
const headerText = z.string().regex(/^[\x21-\x7e]+$/, 'Must be printable ASCII without spaces')
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** An address that a password can't leak from. */
const endpoint = z
  .url({ protocol: /^https?$/, error: 'Must be an http or https address' })
  .refine(hasNoPassword, 'Must hold no user and no password')

/** Every setting of the service, read from the environment. The README's table is checked against it. */
export const configSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on; `0.0.0.0` for all'),
  PORT: port.default(3000).describe('Port to listen on; 0 picks a free one'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address that partners see; issuer of tokens. Default: the address listened on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Least level that is logged'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder of the embedded Postgres'),
  DATABASE_URL: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: 'Must be an address such as postgres://user:password@host:5432/name',
    })
    .optional()
    .describe('PostgreSQL 15 to 18 to use instead of the embedded one'),
  DATABASE_POOL_SIZE: positiveInt.max(1000).default(10).describe('Connections to the database at most'),
  REQUEST_TIMEOUT_MS: positiveInt.default(15_000).describe('Time a client has to send its whole request'),
  UPLOAD_TIMEOUT_MS: positiveInt
    .default(600_000)
    .describe('Time a client has to upload a file; never less than that for a request'),
  SHUTDOWN_TIMEOUT_MS: positiveInt.default(10_000).describe('Time for requests in flight when stopping'),
  OPEN_INTRODUCTIONS_PER_HELPER: positiveInt
    .default(3)
    .describe('Introductions of a helper that may wait for an answer'),
  OPEN_INTRODUCTIONS_PER_NEED: positiveInt
    .default(5)
    .describe('Introductions for a need that may wait for an answer'),
  BARTER_MIN_SCORE: z.coerce
    .number('Must be a number')
    .min(0)
    .max(1)
    .default(0.5)
    .describe('What one gives another in a ring must be worth this much as a match'),
  RATE_LIMIT_PER_MINUTE: positiveInt
    .default(6000)
    .describe(
      'Requests of a kind that a client may make in a minute, in each process; a tenth of it in a second',
    ),
  OVERLOAD_EVENT_LOOP_DELAY_MS: notNegative
    .default(250)
    .describe('Requests are refused while the process is this far behind; 0 for never'),
  OVERLOAD_REQUESTS: notNegative
    .default(100)
    .describe('Requests are refused while so many are being answered; 0 for never'),
  ALLOW_INSECURE_WEBHOOKS: flag
    .default(false)
    .describe('For development only: webhooks may also go to `http` addresses and to this machine'),
  WEBHOOK_TIMEOUT_MS: positiveInt
    .max(60_000)
    .default(15_000)
    .describe('Longest time that a webhook endpoint may take to answer'),
  TRUST_PROXY: flag.default(false).describe('`true` behind a proxy that sets `X-Forwarded-For`'),
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint
    .optional()
    .describe('Collector that traces are sent to, by OTLP over HTTP; none where unset'),
  EMBEDDINGS_URL: endpoint
    .optional()
    .describe('OpenAI-compatible endpoint that compares skills by meaning; off where unset'),
  EMBEDDINGS_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('Model to ask it for; required with `EMBEDDINGS_URL`'),
  EMBEDDINGS_API_KEY: headerText.optional().describe('Bearer key of that endpoint'),
  EMBEDDINGS_TIMEOUT_MS: positiveInt
    .max(600_000)
    .default(5000)
    .describe('Longest time that one call of it may take'),
  EMBEDDINGS_MIN_COSINE: z.coerce
    .number('Must be a number')
    .min(0)
    .max(0.99)
    .default(0.6)
    .describe('Skills no nearer than this are not related; depends on the model'),
})

const settings = configSchema.refine((config) => !config.EMBEDDINGS_URL || config.EMBEDDINGS_MODEL, {
  path: ['EMBEDDINGS_MODEL'],
  error: 'Must be set where EMBEDDINGS_URL is',
})

export type Config = z.output<typeof configSchema>

/** The environment held a value that cannot be used; the message is one line, ready to print. */
export class ConfigError extends Error {}

/** Reads the settings once; an empty variable counts as unset. Throws ConfigError naming every bad one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = settings.safeParse(given)
  if (result.success) return result.data
  // The value itself is left out of the message: DATABASE_URL holds a password.
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`Wrong setting: ${faults.join('; ')}`)
}

function hasNoPassword(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { username, password } = new URL(address)
  return !username && !password
}
