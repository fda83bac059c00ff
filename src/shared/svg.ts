import { escapeXml } from './escape-xml.ts'

export interface Chart {
  width: number
  height: number
  fontSize: number
  title: string
  /** Description of the chart for readers who do not see it. */
  description: string
  /** SVG elements in drawing order. */
  elements: readonly string[]
}

/** Returns a chart as a standalone SVG that is readable in light and dark mode. */
export function svgOf({ width, height, fontSize, title, description, elements }: Chart): string {
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="${fontSize}">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(description)}</desc>`,
    '<style>svg{color:#1f2933;background:#fff;max-width:100%;height:auto}@media (prefers-color-scheme:dark){svg{color:#e4e7eb;background:#111827}}</style>',
    ...elements,
    '</svg>',
  ].join('\n')
}

/** The widest character of common fonts, digits and bold letters included, in parts of the font size. */
const CHARACTER_WIDTH = 0.72
const numbers = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** Formats a whole number with thousands separators. */
export function numberText(value: number): string {
  return numbers.format(value)
}

/** Returns a width that certainly fits a line of text, since the reader's font is not known. */
export function spaceFor(text: string, fontSize: number): number {
  return Math.ceil(text.length * fontSize * CHARACTER_WIDTH)
}

/** Returns a line of text. `y` is its baseline. Text that may be wider than `space` is compressed to fit. */
export function svgText(
  x: number,
  y: number,
  text: string,
  { anchor = 'start', isBold = false, fontSize = 12, space }: TextOptions = {},
): string {
  const weight = isBold ? ' font-weight="600"' : ''
  const isWide = space !== undefined && spaceFor(text, fontSize) > space
  const fitted = isWide ? ` textLength="${toTenth(space)}" lengthAdjust="spacingAndGlyphs"` : ''
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="currentColor"${weight}${fitted}>${escapeXml(text)}</text>`
}

interface TextOptions {
  anchor?: 'start' | 'middle' | 'end'
  isBold?: boolean
  fontSize?: number
  space?: number
}

/** Returns a horizontal line, such as the base line of a chart's columns. */
export function svgRule(x1: number, x2: number, y: number): string {
  return `<line x1="${x1}" x2="${x2}" y1="${y}" y2="${y}" stroke="currentColor" stroke-opacity="0.5"/>`
}

/** Rounds a length to tenths of a pixel. */
export function toTenth(length: number): number {
  return Math.round(length * 10) / 10
}
