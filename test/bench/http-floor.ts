import { readFileSync } from 'node:fs'
import { fastify } from 'fastify'
import { match } from '../../src/features/matches/matches.schemas.ts'
import { serializerCompiler } from '../../src/platform/http/compilers.ts'
import { pageOf } from '../../src/platform/http/index.ts'

// The least that an answer costs: node test/bench/http-floor.ts FILE text|object
// A bare Fastify server with one route that answers with the page in FILE: `text` sends it as it is read, `object`
// has it written by the serializer that is compiled from the page's schema. Prints its address.

const [, , file, form] = process.argv
if (file === undefined || (form !== 'text' && form !== 'object')) {
  throw new Error('usage: node test/bench/http-floor.ts FILE text|object')
}
const body = readFileSync(file, 'utf8')
const page: unknown = JSON.parse(body)
const app = fastify()
if (form === 'text') {
  app.get('/v1/needs/:id/matches', (_request, reply) =>
    reply.type('application/json; charset=utf-8').send(body),
  )
} else {
  app.setSerializerCompiler(serializerCompiler)
  app.get('/v1/needs/:id/matches', { schema: { response: { 200: pageOf(match) } } }, (_request, reply) =>
    reply.send(page),
  )
}
process.stdout.write(`${await app.listen({ port: 0, host: '127.0.0.1' })}\n`)
