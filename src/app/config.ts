import { z } from 'zod'
import { messagesIn } from '../shared/issue-messages.ts'
import { paragraphOf } from '../shared/messages/index.ts'
import { plainMessage } from '../shared/plain-messages.ts'
import { trustProxy } from './trust-proxy.ts'

const port = z.coerce.number('Must be a number').int().min(0).max(65_535)
const positiveInt = z.coerce.number('Must be a number').int().positive()
const notNegative = z.coerce.number('Must be a number').int().min(0)
/** fetch refuses other characters in a header, and its message quotes the value, which is a secret. */
const headerText = z.string().regex(/^[\x21-\x7e]+$/, 'Must be printable ASCII without spaces')
/** Too long to be guessed. The value is a secret, so no message quotes it. */
const secretsKey = z.string().min(32, 'Each key must have at least 32 characters')
const postgresUrl = z.url({
  protocol: /^postgres(ql)?$/,
  error: 'Must be an address such as postgres://user:password@host:5432/name',
})
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

/** An address without user and password, since addresses appear in logs. */
const endpoint = z
  .url({ protocol: /^https?$/, error: 'Must be an http or https address' })
  .refine(hasNoPassword, 'Must not contain a user or password')

/** Returns whether the text is a scheme, a host and a port, as browsers send them. */
function isOrigin(text: string): boolean {
  return /^https?:/.test(text) && URL.canParse(text) && new URL(text).origin === text
}

/** Every setting of the service, read from the environment. A test compares docs/guides/operations.md with it. */
export const configSchema = z.object({
  HOST: z.string().min(1).default('127.0.0.1').describe('Address to listen on. `0.0.0.0` for all'),
  PORT: port.default(3000).describe('Port to listen on. 0 picks a free port'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Address that partners use, and the issuer of tokens. Default: the address it listens on'),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'])
    .default('info')
    .describe('Minimum log level'),
  DATA_DIR: z.string().min(1).default('.data').describe('Folder of the embedded PostgreSQL'),
  INDEX_CACHE_DIR: z
    .string()
    .min(1)
    .optional()
    .describe(
      'Folder of the saved index, so that a process starts without reading all rows. `off` saves none. Default: `index` in `DATA_DIR`',
    ),
  INDEX_SAVE_MINUTES: positiveInt
    .max(1440)
    .default(10)
    .describe('Interval in minutes at which the index is saved. It is also saved on shutdown'),
  DATABASE_URL: postgresUrl.optional().describe('PostgreSQL 15 to 18 to use instead of the embedded one'),
  DATABASE_OWNER_URL: postgresUrl
    .optional()
    .describe(
      'The same database as its owner. Used to migrate it and to create the role of `DATABASE_URL`. Default: `DATABASE_URL` migrates too',
    ),
  DATABASE_DIRECT_URL: postgresUrl
    .optional()
    .describe(
      'The same database without the pooler, for notifications, periodic jobs and migrations. Required if `DATABASE_URL` is a pooler in transaction mode',
    ),
  DATABASE_READ_URL: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(postgresUrl))
    .optional()
    .describe(
      'Streaming replicas of the same database, comma separated, one address per replica. Used for lists, exports and loading the index',
    ),
  SECRETS_KEY: z
    .string()
    .transform((text) => text.split(',').map((key) => key.trim()))
    .pipe(z.tuple([secretsKey], secretsKey))
    .optional()
    .describe(
      'Key that encrypts signing keys and webhook secrets in the database, at least 32 characters. To change it, set `new,old` once. Default: a key generated into `DATA_DIR/secrets.key`',
    ),
  DATABASE_POOL_SIZE: positiveInt
    .max(1000)
    .default(10)
    .describe('Maximum number of database connections per process'),
  REQUEST_TIMEOUT_MS: positiveInt
    .default(15_000)
    .describe('Time limit for a client to send its whole request'),
  UPLOAD_TIMEOUT_MS: positiveInt
    .default(600_000)
    .describe('Time limit for a client to upload a file. Never shorter than `REQUEST_TIMEOUT_MS`'),
  MIN_BODY_BYTES_PER_S: notNegative
    .default(240)
    .describe('Average rate below which a body is refused after 5 seconds. 0 turns this off'),
  SHUTDOWN_TIMEOUT_MS: positiveInt
    .default(10_000)
    .describe('Time limit for a shutdown, including that of the embedded PostgreSQL'),
  SHUTDOWN_DELAY_MS: notNegative
    .max(300_000)
    .default(0)
    .describe(
      'Time before a shutdown during which `/readyz` returns 503 while requests are still served, so that a load balancer stops sending new ones',
    ),
  OPEN_INTRODUCTIONS_PER_HELPER: positiveInt
    .default(3)
    .describe('Maximum number of unanswered introductions per helper'),
  OPEN_INTRODUCTIONS_PER_NEED: positiveInt
    .default(5)
    .describe('Maximum number of unanswered introductions per need'),
  OPEN_PROPOSALS_PER_PARTNER: positiveInt
    .default(100)
    .describe(
      'Maximum number of unanswered introductions that a partner may have proposed to other partners. The same limit applies to rings',
    ),
  PROPOSALS_PER_PARTNER_PAIR: positiveInt
    .default(20)
    .describe(
      'Maximum number of introductions that a partner may propose to one other partner until they are accepted or the cool-down is over. The same limit applies to rings',
    ),
  PROPOSAL_COOL_DOWN_HOURS: notNegative
    .default(24)
    .describe(
      'Hours after which a declined, withdrawn or expired proposal no longer counts and a declined one may be repeated',
    ),
  PROPOSAL_MIN_HOURS: positiveInt
    .default(24)
    .describe('Minimum hours that a proposal gives the other side to answer'),
  PROPOSAL_MAX_HOURS: positiveInt
    .default(336)
    .describe('Maximum hours that a proposal gives the other side to answer'),
  DISCLOSURE_LOG_DAYS: positiveInt
    .default(1095)
    .describe("Number of days for which the log of disclosures of students' records is kept"),
  REQUEST_LOG: z
    .enum(['on', 'off'])
    .default('on')
    .describe(
      'Whether requests with a token are logged for 7 days for their partner: client, route, status and time, no address, query or body',
    ),
  WAITING_IMPORTS_PER_PARTNER: positiveInt
    .default(20)
    .describe('Maximum number of unfinished imports per partner'),
  WAITING_UPLOAD_MIB_PER_PARTNER: positiveInt
    .min(100)
    .default(250)
    .describe('Maximum total size of the files of these imports, in MiB. One file may have 100'),
  MATCHING: z
    .enum(['memory', 'database'])
    .default('memory')
    .describe(
      'Where matches are searched: `memory` uses an index of the market in each process. `database` searches rows in Postgres, which is slower and needs no memory that grows with the market, but finds no barter rings. Set the same for all processes',
    ),
  BARTER_MIN_SCORE: z.coerce
    .number('Must be a number')
    .min(0)
    .max(1)
    .default(0.5)
    .describe('Minimum match score between giver and receiver in a barter ring'),
  RATE_LIMIT_PER_MINUTE: positiveInt
    .default(6000)
    .describe(
      'Maximum number of reads, and the same number of writes, per client and minute, for each process unless `RATE_LIMIT_STORE` is `shared`. `/docs` lists all limits derived from it',
    ),
  RATE_LIMIT_STORE: z
    .enum(['process', 'shared'])
    .default('process')
    .describe(
      'Where client requests are counted: in each process, or in Postgres for all processes, with one statement per second and process',
    ),
  OPEN_REQUESTS_PER_CLIENT: notNegative
    .default(50)
    .describe('Maximum number of concurrent requests per client and process. 0 turns this off'),
  OPEN_REQUESTS_PER_ADDRESS: notNegative
    .default(20)
    .describe(
      'Maximum number of concurrent requests without a valid token per address and process. 0 turns this off',
    ),
  OVERLOAD_EVENT_LOOP_DELAY_MS: notNegative
    .default(250)
    .describe(
      'Delay of the event loop, measured twice in a row, above which requests are refused. 0 turns this off',
    ),
  OVERLOAD_REQUESTS: notNegative
    .default(100)
    .describe('Number of concurrent requests above which new ones are refused. 0 turns this off'),
  ALLOW_INSECURE_WEBHOOKS: flag
    .default(false)
    .describe('For development only: allows webhooks to `http` addresses and to this machine'),
  WEBHOOK_TIMEOUT_MS: positiveInt
    .max(60_000)
    .default(15_000)
    .describe('Time limit for a webhook endpoint to answer'),
  TRUST_PROXY: trustProxy.describe(
    'Number of proxies in front of the service that add to `X-Forwarded-For`, such as `1`, or their networks, such as `10.0.0.0/8,192.168.0.7`',
  ),
  CORS_ORIGINS: z
    .string()
    .transform((text) => text.split(',').flatMap((origin) => origin.trim() || []))
    .pipe(z.array(z.string().refine(isOrigin, 'Must be origins such as https://help.example.org')))
    .optional()
    .describe(
      'Origins whose scripts may call the service from a browser, comma separated, such as `https://help.example.org`. Unset: none',
    ),
  OTEL_EXPORTER_OTLP_ENDPOINT: endpoint
    .optional()
    .describe('Collector for traces, by OTLP over HTTP. Unset: no traces are sent'),
  PAGE_CACHE_MIB: notNegative
    .default(256)
    .describe(
      'Size of the cache of recently requested match pages and their postings, in MiB. 0 turns this off',
    ),
  EMBEDDINGS: z
    .enum(['local', 'url', 'off'])
    .default('local')
    .describe(
      'How texts are compared by meaning: `local` uses a model that runs in the service, `url` uses `EMBEDDINGS_URL`. `off` turns both off',
    ),
  EMBEDDINGS_URL: endpoint
    .optional()
    .describe('OpenAI-compatible endpoint for embeddings, to compare skills by meaning'),
  EMBEDDINGS_MODEL: z
    .string()
    .min(1)
    .optional()
    .describe('Model of the embeddings. Required with `EMBEDDINGS_URL`'),
  EMBEDDINGS_API_KEY: headerText
    .optional()
    .describe('API key of the embeddings endpoint, sent as a bearer token'),
  EMBEDDINGS_TIMEOUT_MS: positiveInt
    .max(600_000)
    .default(5000)
    .describe('Time limit for one request to the embeddings endpoint'),
  EMBEDDINGS_MIN_COSINE: z.coerce
    .number('Must be a number')
    .min(0)
    .max(0.99)
    .default(0.6)
    .describe('Minimum cosine similarity for two skills to count as related. Depends on the model'),
})

const settings = configSchema
  .refine((config) => !config.EMBEDDINGS_URL || config.EMBEDDINGS_MODEL, {
    path: ['EMBEDDINGS_MODEL'],
    error: 'Must be set if EMBEDDINGS_URL is set',
  })
  .refine((config) => config.EMBEDDINGS !== 'url' || config.EMBEDDINGS_URL, {
    path: ['EMBEDDINGS_URL'],
    error: 'Must be set if EMBEDDINGS is url',
  })
  .refine((config) => !config.DATABASE_OWNER_URL || config.DATABASE_URL, {
    path: ['DATABASE_URL'],
    error: 'Must be set if DATABASE_OWNER_URL is set',
  })
  .refine((config) => !config.DATABASE_DIRECT_URL || config.DATABASE_URL, {
    path: ['DATABASE_URL'],
    error: 'Must be set if DATABASE_DIRECT_URL is set',
  })
  .refine((config) => !config.DATABASE_READ_URL || config.DATABASE_URL, {
    path: ['DATABASE_URL'],
    error: 'Must be set if DATABASE_READ_URL is set',
  })
  .refine((config) => config.PROPOSAL_MIN_HOURS <= config.PROPOSAL_MAX_HOURS, {
    path: ['PROPOSAL_MIN_HOURS'],
    error: 'Must not be more than PROPOSAL_MAX_HOURS',
  })

export type Config = z.output<typeof configSchema>

/** Thrown if the environment contains an invalid value. The message is one line, ready to print. */
export class ConfigError extends Error {}

/** Reads the settings. An empty variable counts as unset. Throws a ConfigError that names every wrong setting. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = settings.safeParse(given, { error: plainMessage })
  if (result.success) return result.data
  // The message omits the value: DATABASE_URL contains a password.
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.join('.')}: ${paragraphOf(messagesIn(message), 'en')}`,
  )
  throw new ConfigError(`Invalid setting: ${faults.join('; ')}`)
}

function hasNoPassword(address: string): boolean {
  if (!URL.canParse(address)) return true
  const { username, password } = new URL(address)
  return !username && !password
}
