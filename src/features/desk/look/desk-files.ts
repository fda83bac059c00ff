import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'

/** The files that every page loads. Their URLs change with their content, so browsers may cache them. */
export const deskFiles = {
  style: deskFile('desk.css', 'text/css; charset=utf-8'),
  script: deskFile('desk.js', 'text/javascript; charset=utf-8'),
}

function deskFile(name: string, mediaType: string) {
  const text = readFileSync(new URL(name, import.meta.url), 'utf8')
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/desk/files/${hash}-${name}`, text, mediaType }
}
