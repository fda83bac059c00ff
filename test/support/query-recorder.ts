import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'

// Loaded before a test (node --import). Records the texts of the service's queries in the folder RECORD_QUERIES_IN.
const folder = process.env.RECORD_QUERIES_IN ?? '.'
const texts = new Set<string>()
const { query } = pg.Client.prototype
function recorded(this: pg.Client, ...given: Parameters<typeof query>) {
  const config: unknown = given[0]
  if (isOfService(this) && typeof config === 'object' && config !== null && 'text' in config)
    texts.add(String(config.text))
  return query.apply(this, given)
}
/** Tests have connections of their own, and send plain strings over that of the service. */
function isOfService(client: pg.Client): boolean {
  if (!('connectionParameters' in client)) throw new Error('pg keeps its settings elsewhere')
  return JSON.stringify(client.connectionParameters).includes('"application_name":"smartsource"')
}
// It takes and gives what the original does; the overloads of that can't be told here.
pg.Client.prototype.query = recorded as typeof query
process.on('exit', () => writeFileSync(join(folder, `${process.pid}.json`), JSON.stringify([...texts])))
