import { rootOf } from './word-forms.ts'

/** Names of tools and skills that are ordinary words too. A single one counts as a name only if it is capitalized. */
const AMBIGUOUS = `access acorn airflow amplitude anima antidote apex apricot articulate assemble assembly autopilot autopsy bark basic
  beacons bench blackboard blurb bobcat bonfire bonsai boomerang box breakdance buffer c candid canvas capacitor
  capsule cavalry celery chef classy clay clipper clover compass confluence consul crisp crossbeam cypress d delighted
  deluge delve diligent discourse ditto doodle dovetail drift drip drive edge edits eloquent envoy excel express
  fathom fender filament fishbowl flourish flow fluke front gleam go gong grain grasshopper grin harvest hibernate
  hive hustle idealist indeed insight inventor ionic ironclad jest julia katana knack later leaflet lean less
  lighthouse linear link litmus loom loop make maya maze meet meta milkshake minted monday mongoose mosaic motion
  multiply mural myriad nest nimble notion numbers observable obsidian office otter outlook pages paint pinecone pipe
  pitch plausible play playwright podium polygon posit postman prefect preflight processing prodigy project prolific
  publisher pump puppet push quasar quorum r rails react reaper reason recharge resolve retool rhino ring rippling
  rive ruby run runway rust sage sanity sass scouts scratch seesaw sentry set shell shiny sketch slack slate spark
  sphinx splice spring square stellar stencil streak stripe supernova superset surfer swagger sway swift table
  tailwind tally tapestry teams term topaz transistor twig unity vanguard varnish vault vellum volatility wave
  whimsical whirlpool whisper windows windsurf woodpecker word workspace zoom`

const ROOTS: ReadonlySet<string> = new Set(AMBIGUOUS.split(/\s+/).map(rootOf))

/** Returns whether a root (see `rootOf`) is a name that needs more evidence than the word itself. */
export function isAmbiguousName(root: string): boolean {
  return ROOTS.has(root)
}
