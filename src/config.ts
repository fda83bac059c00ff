import { z } from 'zod'

const port = z.coerce.number('Must be a number').int().min(0).max(65_535)
const positiveInt = z.coerce.number('Must be a number').int().positive()
const flag = z.enum(['true', 'false']).transform((text) => text === 'true')

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
  SHUTDOWN_TIMEOUT_MS: positiveInt.default(10_000).describe('Time for requests in flight when stopping'),
  RATE_LIMIT_PER_MINUTE: positiveInt
    .default(6000)
    .describe('Requests a client may make in a minute, in each process'),
  TRUST_PROXY: flag.default(false).describe('`true` behind a proxy that sets `X-Forwarded-For`'),
})

export type Config = z.output<typeof configSchema>

/** The environment held a value that cannot be used; the message is one line, ready to print. */
export class ConfigError extends Error {}

/** Reads the settings once; an empty variable counts as unset. Throws ConfigError naming every bad one. */
export function readConfig(env: Record<string, string | undefined>): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''))
  const result = configSchema.safeParse(given)
  if (result.success) return result.data
  // The value itself is left out of the message: DATABASE_URL holds a password.
  const faults = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new ConfigError(`Wrong setting: ${faults.join('; ')}`)
}
