import { Readable } from 'node:stream'

// Sends a file to the service, for upload-turns.ts, and cancels its import.

export interface Sending {
  address: string
  token: string
  encoding: string
  mebibytes: number
}

const LINES_A_PIECE = 500

// The caller, upload-turns.ts, writes it.
const { address, token, encoding, mebibytes } = JSON.parse(process.argv[2] ?? '') as Sending
const answer = await fetch(`${address}/v1/imports?type=helpers&mode=dry_run`, {
  method: 'POST',
  headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
  body: Readable.toWeb(Readable.from(file())) as ReadableStream,
  duplex: 'half',
} as RequestInit)
if (answer.status !== 202) throw new Error(`${answer.status} ${await answer.text()}`)
const location = answer.headers.get('location')
await fetch(`${address}${location}/cancel`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })

function* file(): Generator<Buffer> {
  yield encoded('external_id,name,kind,contact_name,email,time_zone,languages,notes\r\n')
  for (let bytes = 0, row = 0; bytes < mebibytes * 1024 * 1024; ) {
    let text = ''
    for (let line = 0; line < LINES_A_PIECE; line++, row++)
      text += `H-${row},José Núñez ${row},person,Jürgen Groß,h${row}@lake.example,Europe/Madrid,es,"Größe: 5 m², année à l'école, ${row % 7} €"\r\n`
    const piece = encoded(text)
    bytes += piece.length
    yield piece
  }
}

function encoded(text: string): Buffer {
  if (encoding === 'utf-8') return Buffer.from(text)
  if (encoding === 'utf-16le') return Buffer.from(text, 'utf16le')
  // The only sign of the text that is not where Latin-1 has it.
  return Buffer.from(text.replaceAll('€', '\u0080'), 'latin1')
}
