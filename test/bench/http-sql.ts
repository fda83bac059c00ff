import { fastify } from 'fastify'
import pg from 'pg'
import { openMarket } from './http-sql-market.ts'

// The same pages of matches without the service: node test/bench/http-sql.ts CONNECTION_STRING CONNECTIONS
// A bare Fastify route that answers a page by one SQL statement, the engine's ranking as engine-sql-statement.ts writes it, on a
// table of its own with its best indexes. It has it easier than the service: statements are written and words read before the
// start, needs and offers never change, nobody is told apart, and no match is explained. Prints its address.

const [, , connectionString, connections] = process.argv
if (connectionString === undefined || connections === undefined)
  throw new Error('usage: node test/bench/http-sql.ts CONNECTION_STRING CONNECTIONS')
const statements = await openMarket(connectionString)
const pool = new pg.Pool({
  connectionString,
  max: Number(connections),
  options: '-c search_path=sql_peer -c plan_cache_mode=force_custom_plan -c jit=off -c work_mem=64MB',
})
const app = fastify()
app.get<{ Params: { id: string } }>('/v1/needs/:id/matches', async ({ params }, reply) => {
  const statement = statements.get(params.id)
  if (!statement) return reply.code(404).send()
  const { rows } = await pool.query<{ page: string }>(statement)
  return reply.type('application/json; charset=utf-8').send(rows[0]?.page)
})
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
