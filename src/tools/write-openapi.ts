import { readFileSync, writeFileSync } from 'node:fs'
import { pino } from 'pino'
import { buildApp } from '../app/app.ts'
import { readConfig } from '../app/config.ts'
import { createServices } from '../app/services.ts'
import { newSigningKey } from '../features/access/index.ts'
import { openDatabase } from '../platform/db/index.ts'
import { createSecretBox } from '../platform/secrets/index.ts'
import { systemClock } from '../shared/clock.ts'

// Writes openapi/openapi.json from the routes. With --check it compares instead, and fails if they differ.
// Needs no database: the pool connects at the first query, and building the app makes none.
const file = new URL('../../openapi/openapi.json', import.meta.url)
const database = openDatabase({ connectionString: 'postgres://unused', poolSize: 1, onError: () => {} })
const app = await buildApp(
  createServices({
    config: readConfig({}),
    database,
    log: pino({ level: 'silent' }),
    clock: systemClock,
    secrets: createSecretBox(['never used']),
    signingKeys: [newSigningKey(new Date())],
    issuer: () => 'http://localhost',
  }),
)
await app.ready()
const text = `${JSON.stringify(app.swagger(), null, 2)}\n`
await app.close()
await database.close()

if (!process.argv.includes('--check')) writeFileSync(file, text)
else if (readFileSync(file, 'utf8') !== text) {
  process.stderr.write('openapi/openapi.json differs from the routes: run npm run openapi\n')
  process.exitCode = 1
}
