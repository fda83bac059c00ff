import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import t from 'tap'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t, { env: { REQUEST_TIMEOUT_MS: '300' } })

/** Sends the head of a POST and the beginning of its body, and leaves it there. */
async function begun(port: number, path: string, token: string, type: string, body: string, bytes: number) {
  const socket: Socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  const head = [`POST ${path} HTTP/1.1`, 'host: x', `authorization: Bearer ${token}`, `content-type: ${type}`]
  socket.write(`${[...head, `content-length: ${bytes}`, 'connection: close'].join('\r\n')}\r\n\r\n${body}`)
  return socket
}

t.test('a body that does not come in time ends the connection, a file has longer', async (t) => {
  const office = await newOffice(service)
  const port = Number(new URL(await service.app.listen({ port: 0, host: '127.0.0.1' })).port)
  const file = `${HEADER}\n${candidateLine('a')}\n`
  const path = `/v1/imports?type=candidates&mode=apply&program_id=${office.programId}`
  const upload = await begun(port, path, office.token, 'text/csv', HEADER, file.length)
  const slow = await begun(port, '/v1/organizations', office.token, 'application/json', '{', 100)
  slow.on('error', () => {})
  await once(slow, 'close')
  upload.write(file.slice(HEADER.length))
  let answer = ''
  for await (const piece of upload) answer += piece
  t.match(answer, /^HTTP\/1\.1 202 /)
})
