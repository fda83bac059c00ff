import { deskFiles } from './desk-files.ts'

/** A colour in CSS form: #rrggbb, in lower case. */
export type Colour = `#${string}` & { readonly kind: 'colour' }

/** WCAG 2.2, success criterion 1.4.3. */
export const LEAST_CONTRAST = 4.5

/** Reads `#1d5f3f`, also without `#`, in upper case, or with three digits. Undefined for anything else. */
export function readColour(text: string): Colour | undefined {
  const [, given = ''] = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/.exec(text.trim().toLowerCase()) ?? []
  const digits = given.length === 3 ? [...given].map((digit) => digit + digit).join('') : given
  // The pattern has just been checked.
  return digits === '' ? undefined : (`#${digits}` as Colour)
}

/** Returns the contrast of two colours by WCAG 2: 1 if they are the same, 21 for black on white. */
export function contrast(one: Colour, other: Colour): number {
  const [a, b] = [luminance(one), luminance(other)]
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05)
}

/** Tells whether text in this colour, and white text on it, is readable on every light surface of the desk. */
export function isReadable(colour: Colour): boolean {
  return hasContrast(colour, surfaces.light)
}

/** Returns the colour if it is readable on the light surfaces, otherwise its closest shade that is. */
export function darkerShade(colour: Colour): Colour {
  return firstMixed(colour, { with: 0, on: surfaces.light })
}

/** Returns the closest readable shade for the dark surfaces: no colour is readable on both white and nearly black. */
export function lighterShade(colour: Colour): Colour {
  return firstMixed(colour, { with: 255, on: surfaces.dark })
}

/** Backgrounds of the accent colour and, for buttons, the text colour on it. Read from the tokens of desk.css. */
export const surfaces = readSurfaces(deskFiles.style.text)

function readSurfaces(css: string): { light: Colour[]; dark: Colour[] } {
  const tokens = /--(?:paper|sheet|on-accent|tint-\w+): light-dark\((#[0-9a-f]{3,6}), (#[0-9a-f]{3,6})\);/g
  const pairs = [...css.matchAll(tokens)]
  const read = (side: 1 | 2) => pairs.flatMap((pair) => readColour(pair[side] ?? '') ?? [])
  return { light: read(1), dark: read(2) }
}

function hasContrast(colour: Colour, on: readonly Colour[]): boolean {
  return on.every((surface) => contrast(colour, surface) >= LEAST_CONTRAST)
}

/** Mixes a colour with black (0) or white (255) in steps of one percent until it is readable. */
function firstMixed(colour: Colour, { with: end, on }: { with: 0 | 255; on: readonly Colour[] }): Colour {
  const mixed = (percent: number) =>
    toColour(channelsOf(colour).map((value) => Math.round(value + ((end - value) * percent) / 100)))
  for (let percent = 0; percent < 100; percent++) if (hasContrast(mixed(percent), on)) return mixed(percent)
  return mixed(100)
}

function luminance(colour: Colour): number {
  const [red = 0, green = 0, blue = 0] = channelsOf(colour).map((value) => {
    const share = value / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function channelsOf(colour: Colour): number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))
}

function toColour(channels: readonly number[]): Colour {
  // Each channel has two digits.
  return `#${channels.map((value) => value.toString(16).padStart(2, '0')).join('')}` as Colour
}
