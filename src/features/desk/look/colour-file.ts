import { createHash } from 'node:crypto'
import { type Colour, isReadable, lighterShade, readColour } from './colour.ts'

interface ColourFile {
  path: string
  text: string
}

/**
 * Returns the stylesheet with a partner's colour. It depends only on the colour, and its URL on its content, so browsers may
 * cache it and nobody learns whose it is.
 */
export function colourFileOf(colour: Colour): ColourFile {
  const text = `:root{--accent:light-dark(${colour},${lighterShade(colour)});--tint-accent:var(--tint-plain)}\n`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/desk/look/${colour.slice(1)}-${hash}.css`, text }
}

/** Finds the stylesheet at a path, if a page can refer to it. */
export function findColourFile(path: string): ColourFile | undefined {
  const [, digits = ''] = /^\/desk\/look\/([0-9a-f]{6})-/.exec(path) ?? []
  const colour = readColour(digits)
  if (!colour || !isReadable(colour)) return undefined
  const file = colourFileOf(colour)
  return file.path === path ? file : undefined
}
