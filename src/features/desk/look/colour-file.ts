import { createHash } from 'node:crypto'
import { type Colour, isReadable, lighterShade, readColour } from './colour.ts'

interface ColourFile {
  path: string
  text: string
}

/**
 * The stylesheet that gives the desk a partner's colour. It follows from the colour alone, and its address from its content,
 * so browsers may keep it and nobody learns whose it is.
 */
export function colourFileOf(colour: Colour): ColourFile {
  const text = `:root{--accent:light-dark(${colour},${lighterShade(colour)});--tint-accent:var(--tint-plain)}\n`
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 12)
  return { path: `/desk/look/${colour.slice(1)}-${hash}.css`, text }
}

/** The stylesheet at an address, if it is one that a page can name. */
export function findColourFile(path: string): ColourFile | undefined {
  const [, digits = ''] = /^\/desk\/look\/([0-9a-f]{6})-/.exec(path) ?? []
  const colour = readColour(digits)
  if (!colour || !isReadable(colour)) return undefined
  const file = colourFileOf(colour)
  return file.path === path ? file : undefined
}
