import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** Opens a connection and sends the text, which need not be a whole request, nor one at all. */
export async function sendRaw(port: number, text: string): Promise<Socket> {
  const socket = connect(port, '127.0.0.1')
  await once(socket, 'connect')
  socket.write(text)
  return socket
}

/** Everything that comes back until the connection is closed. */
export async function readAll(socket: Socket): Promise<string> {
  let text = ''
  for await (const piece of socket) text += piece
  return text
}

/** A head whose body has `bytes` bytes; nothing of the body. */
export function headOf(method: string, path: string, bytes: number, headers: Record<string, string> = {}) {
  const lines = Object.entries({ host: 'x', 'content-length': String(bytes), ...headers })
  return `${method} ${path} HTTP/1.1\r\n${lines.map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`
}
