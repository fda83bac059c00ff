import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import type { Test } from 'tap'

export interface Message {
  headers: Record<string, string>
  body: string
  /** Of the body. */
  type: string
  eventId: string
  resourceId: string
  data: Record<string, unknown>
}

export type Answer = (response: ServerResponse, message: Message, request: IncomingMessage) => void

export interface Receiver {
  url: string
  received: Message[]
  /** What it does with the next ones. */
  answer: Answer
}

/** A webhook receiver on this machine, which answers 200 until it is told otherwise. */
export async function startReceiver(t: Test): Promise<Receiver> {
  const receiver: Receiver = { url: '', received: [], answer: (response) => response.end() }
  const sockets = new Set<Socket>()
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request.setEncoding('utf8')) body += chunk
    const { type, data } = JSON.parse(body)
    const headers = Object.fromEntries(
      Object.entries(request.headers).map(([name, value]) => [name, String(value)]),
    )
    const message = { headers, body, type, data, eventId: data.event_id, resourceId: data.resource_id }
    receiver.received.push(message)
    receiver.answer(response, message, request)
  })
  server.on('connection', (socket) => sockets.add(socket.on('error', () => {})))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  // The address of a server that listens on a port is of this form.
  const { port } = server.address() as AddressInfo
  receiver.url = `http://127.0.0.1:${port}/hooks`
  return receiver
}
