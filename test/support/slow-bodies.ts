import { connect, type Socket } from 'node:net'

export interface SlowSender {
  path: string
  token?: string
}

/**
 * Keeps up one connection per sender, each with a POST whose body comes one byte a second, and opens it again when it is
 * closed. Returns a function that ends them and tells how many were opened.
 */
export function sendSlowly(address: string, senders: readonly SlowSender[]): () => number {
  const { hostname, port } = new URL(address)
  const open = new Set<Socket>()
  let opened = 0
  let isOver = false
  const start = ({ path, token }: SlowSender) => {
    const socket = connect(Number(port), hostname)
    open.add(socket)
    opened++
    const type = path === '/oauth/token' ? 'application/x-www-form-urlencoded' : 'application/json'
    const head = [`POST ${path} HTTP/1.1`, 'host: x', `content-type: ${type}`, 'content-length: 1000']
    if (token) head.push(`authorization: Bearer ${token}`)
    socket.write(`${head.join('\r\n')}\r\n\r\n`)
    const timer = setInterval(() => socket.write('{'), 1000)
    socket.resume()
    socket.on('error', () => {})
    socket.on('close', () => {
      clearInterval(timer)
      open.delete(socket)
      // Not at once: that would be a flood of connections instead.
      if (!isOver) setTimeout(() => !isOver && start({ path, ...(token && { token }) }), 250)
    })
  }
  for (const sender of senders) start(sender)
  return () => {
    isOver = true
    for (const socket of open) socket.destroy()
    return opened
  }
}
