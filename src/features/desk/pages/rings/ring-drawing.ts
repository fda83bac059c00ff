import { type Html, html } from '../../../../shared/html.ts'

export interface DrawnParty {
  name: string
  /** What it gives to the next party. */
  skill: string
  isYours: boolean
  hasAccepted: boolean
}

const WIDTH = 480
const HEIGHT = 360
const CENTER = { x: WIDTH / 2, y: HEIGHT / 2 }
const RADIUS = 112
const NODE_RADIUS = 22
/** Longer texts would leave the drawing. The list below shows them in full. */
const LONGEST_NAME = 13
const LONGEST_SKILL = 15
/** Half of the angle that a party takes up on the circle, plus some space. */
const GAP_DEG = (Math.asin(NODE_RADIUS / RADIUS) * 180) / Math.PI + 3

/** Draws the parties on a circle, with an arrow from each to the next. `label` is for screen readers. */
export function ringDrawing(parties: readonly DrawnParty[], label: string): Html {
  const stepDeg = 360 / parties.length
  const angleOf = (at: number) => at * stepDeg - 90
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<defs><marker id="ring-arrow" viewBox="0 0 10 10" refX="8" refY="5" markerWidth="8" markerHeight="8" orient="auto"><path class="head" d="M0 0 10 5 0 10z"/></marker></defs>
${parties.map((party, at) => arrow(party, angleOf(at), stepDeg))}
${parties.map((party, at) => node(party, at + 1, angleOf(at)))}
</svg>`
}

function arrow({ skill }: DrawnParty, angleDeg: number, stepDeg: number): Html {
  const [from, to] = [pointAt(angleDeg + GAP_DEG), pointAt(angleDeg + stepDeg - GAP_DEG)]
  return html`<path class="arrow" d="M${from.x} ${from.y} A${RADIUS} ${RADIUS} 0 0 1 ${to.x} ${to.y}" marker-end="url(#ring-arrow)"/>${text(
    shortened(skill, LONGEST_SKILL),
    { angleDeg: angleDeg + stepDeg / 2, distance: RADIUS + 12, look: 'skill' },
  )}`
}

function node({ name, isYours, hasAccepted }: DrawnParty, number: number, angleDeg: number): Html {
  const { x, y } = pointAt(angleDeg)
  return html`<circle class="party${isYours && ' own'}" cx="${x}" cy="${y}" r="${NODE_RADIUS}"/><text class="number${isYours && ' own'}" x="${x}" y="${y}" dy="0.35em" text-anchor="middle">${number}${hasAccepted && ' ✓'}</text>${text(
    shortened(name, LONGEST_NAME),
    { angleDeg, distance: RADIUS + NODE_RADIUS + 8, look: 'name' },
  )}`
}

/** Renders text next to the circle. It begins or ends there, so that it never crosses the circle. */
function text(
  written: string,
  { angleDeg, distance, look }: { angleDeg: number; distance: number; look: 'name' | 'skill' },
): Html {
  const { x, y } = pointAt(angleDeg, distance)
  const across = Math.cos((angleDeg * Math.PI) / 180)
  const down = Math.sin((angleDeg * Math.PI) / 180)
  const anchor = Math.abs(across) < 0.1 ? 'middle' : across > 0 ? 'start' : 'end'
  return html`<text class="${look}" x="${x}" y="${y}" dy="${rounded(0.35 + down * 0.35)}em" text-anchor="${anchor}">${written}</text>`
}

function pointAt(angleDeg: number, distance = RADIUS): { x: number; y: number } {
  const angle = (angleDeg * Math.PI) / 180
  return {
    x: rounded(CENTER.x + distance * Math.cos(angle)),
    y: rounded(CENTER.y + distance * Math.sin(angle)),
  }
}

const rounded = (value: number) => Math.round(value * 100) / 100

function shortened(written: string, most: number): string {
  const characters = [...written]
  return characters.length <= most
    ? written
    : `${characters
        .slice(0, most - 1)
        .join('')
        .trimEnd()}…`
}
